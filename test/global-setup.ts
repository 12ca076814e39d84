import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from '../local/test-server';

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
  }
}

/** One PostgreSQL for the run, with a migrated template that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const { port, superuserUrl, secrets } = server;
  project.provide('server', { port, superuserUrl, secrets });
  return () => server.stop();
}

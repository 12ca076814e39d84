import type { TestProject } from 'vitest/node';
import { databaseFrom, startTestServer, type TestServer } from '../local/test-server';
import type { Planted } from '../prisma/seed/plant';
import { PLANTED, plantPeople } from './planted';

declare module 'vitest' {
  export interface ProvidedContext {
    server: TestServer;
    planted: Planted;
  }
}

/** One PostgreSQL for the run, with two templates that every test file copies: migrated, and with people in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const { port, superuserUrl, secrets } = server;
  project.provide('server', { port, superuserUrl, secrets });
  try {
    project.provide('planted', await plantPeople(await databaseFrom(server, PLANTED)));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

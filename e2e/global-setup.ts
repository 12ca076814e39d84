import { buildWeb } from '../local/build';
import { seed } from '../local/seed';
import { databaseFrom, startTestServer } from '../local/test-server';
import { DIST_DIR, type Handover, root, SEEDED } from './test-desk';

/** Once per run: one build, one PostgreSQL, one seeded database that every worker copies. */
export default async function setup(): Promise<() => Promise<void>> {
  const say = (line: string) => console.log(`· ${line}`);
  await buildWeb(root, DIST_DIR, say);
  const server = await startTestServer();
  try {
    const { ownerUrl } = await databaseFrom(server, SEEDED);
    await seed(root, server.folder, ownerUrl, server.secrets);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { port, superuserUrl, secrets, folder } = server;
  const handover: Handover = { port, superuserUrl, secrets, folder };
  process.env.REGAIN_TEST_SERVER = JSON.stringify(handover);
  return () => server.stop();
}

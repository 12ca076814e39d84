import { deskHealth } from '../../../lib/wiring-health';

export const dynamic = 'force-dynamic';

/**
 * 200 only when database, migrations, queue and a worker's heartbeat are well, else 503 that names
 * which is not. Reasons stay in the log: they may hold addresses, and anybody may ask this.
 */
export async function GET(): Promise<Response> {
  const health = await deskHealth();
  const parts = Object.entries(health).map(([part, reason]) => [
    part,
    reason === null ? 'ok' : 'failing',
  ]);
  const well = Object.values(health).every((reason) => reason === null);
  if (!well) console.warn(JSON.stringify({ health }));
  return Response.json(Object.fromEntries([['status', well ? 'ok' : 'failing'], ...parts]), {
    status: well ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorOf, type OpenCase, ok, openCaseFor, proveOver } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { isRefusal } from '../domain/case/command';
import { loadHolderPage } from './holder-page';

const EMAIL = 'fleur@example.net';
let d: TestDesk;
let c: OpenCase;

beforeAll(async () => {
  d = await openDesk();
  c = await openCaseFor(d, 'fleur', () => [{ kind: 'add-factor', enrol: 'authenticator-app' }]);
});
afterAll(() => d?.close());

const page = async (door: Parameters<TestDesk['desk']['findHandle']>[0]) => {
  const found = await d.desk.findHandle(door);
  return isRefusal(found) ? found : loadHolderPage(d.pool, found.caller);
};

describe('the holder’s page', () => {
  it('R15 names whoever has the case in hand, to whoever has the handle', async () => {
    expect(await page(doorOf(c))).toMatchObject({
      agent: 'Noor Jacobs',
      organisation: { name: 'Zorgpunt', timeZone: 'Europe/Amsterdam' },
      status: 'collecting',
      secret: { given: false, held: false },
    });
  });

  it('R14 answers an unknown, an unreadable and an ended handle alike', async () => {
    const held = await proveOver(d, c, doorOf(c), EMAIL);
    expect(await page(held)).toMatchObject({ secret: { held: true } });
    ok(await d.desk.cancel(d.caller('noor'), { caseId: c.caseId, reason: 'found the old phone' }));
    const nothing = { refused: 'not-found' };
    expect(await page(doorOf(c))).toEqual(nothing);
    expect(await page({ ...doorOf(c), handle: '0000000000' })).toEqual(nothing);
    expect(await page({ ...doorOf(c), handle: 'nonsense' })).toEqual(nothing);
    expect(await page({ ...held, secret: '0000-0000-0000-0000-0000-0000-00' })).toEqual(nothing);
    expect(await page(held)).toMatchObject({ status: 'cancelled' });
  });
});

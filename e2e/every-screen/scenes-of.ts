import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Place } from '../backstage';
import { root, type TestDesk } from '../test-desk';
import type { Scenes } from './scenes';

/** Sets the scenes on this desk, whose worker must be away: a change without an answer would get one. */
export const scenesOf = async (desk: TestDesk): Promise<Scenes> => {
  const { url, addresses, database, secrets, people, holders } = desk;
  const place: Place = { url, addresses, database, secrets, people, holders };
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/every-screen/set-scenes.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify(place));
  const [said, wrong, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  if (code !== 0) throw new Error(`the scenes could not be set: ${wrong}`);
  return JSON.parse(said);
};

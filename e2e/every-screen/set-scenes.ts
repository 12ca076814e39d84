import { text } from 'node:stream/consumers';
import { backstageOf } from '../backstage';
import { setScenes } from './scenes';

/** A process of its own: Playwright makes something else of the JSX that letters are written in. */

const backstage = backstageOf(JSON.parse(await text(process.stdin)));
try {
  process.stdout.write(JSON.stringify(await setScenes(backstage)));
} finally {
  await backstage.close();
}

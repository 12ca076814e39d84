import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explain, prepare, stop } from './prepare.mjs';

/** `npm run …`: the same preparation for every command, so that each works in a fresh clone. */

/** Each file exports main(args), or does its work when it is imported. */
/** @type {Record<string, string>} */
const COMMANDS = {
  build: './commands/build.ts',
  web: './commands/web.ts',
  worker: '../workers/main.ts',
  migrate: './commands/migrate.ts',
  bench: '../bench/main.ts',
  'organisation:create': './organisation-create.ts',
};

const [name = '', ...args] = process.argv.slice(2);
const file = COMMANDS[name];
if (!file) stop(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
const address = new URL(file, import.meta.url);
if (!existsSync(address)) stop(`${fileURLToPath(address)} is missing from this checkout.`);
await prepare((line) => console.log(`· ${line}`));
if (name === 'worker') process.env.REGAIN_PROCESS = 'worker';
try {
  const command = await import(address.href);
  if (typeof command.main === 'function') await command.main(args);
} catch (error) {
  stop(explain(error));
}

import { explain, prepare, stop } from './prepare.mjs';

await prepare((line) => console.log(`· ${line}`));
const { start } = await import('./stack.ts');
await start({ dev: process.argv.includes('--dev') }).catch((error) => stop(explain(error)));

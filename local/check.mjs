import { explain, prepare, root, stop } from './prepare.mjs';

await prepare((line) => console.log(`· ${line}`));
const { runChecks } = await import('./checks.ts');
try {
  const { passed, failed } = await runChecks(root);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  stop(explain(error));
}

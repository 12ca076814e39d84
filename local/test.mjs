import { explain, prepare, root, stop } from './prepare.mjs';

await prepare((line) => console.log(`· ${line}`));
const { runTests } = await import('./tests.ts');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
try {
  const { passed, failed } = await runTests(root);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  stop(explain(error));
}

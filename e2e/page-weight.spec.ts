import { expect, test } from './fixtures';

/**
 * What the doors of the public pages weigh, counted on the wire in a browser that has nothing yet, in the production
 * build. Every other public screen is weighed where it is walked (walk.ts), in each of its states.
 */

// What is not there answers 404, which the browser writes down.
test.use({ deskWorker: false, expectedConsole: [/404/] });

const DOORS = [
  '/',
  '/h',
  '/h/unknown',
  '/veto',
  '/contact',
  '/not-asked',
  '/recover',
  '/account/sign-in',
  '/account/push',
  '/sign-in',
  '/nowhere',
];

for (const javaScriptEnabled of [false, true]) {
  const [name, most] = javaScriptEnabled
    ? (['with script', 150_000] as const)
    : (['without script', 50_000] as const);

  test(`every door ${name} is light`, async ({ newBrowser }, { annotations }) => {
    for (const path of DOORS) {
      const page = await newBrowser({ javaScriptEnabled });
      const loaded: Promise<number>[] = [];
      page.on('requestfinished', (request) => {
        loaded.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      const bytes = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
      annotations.push({ type: 'bytes', description: `${path} ${name}: ${bytes}` });
      expect.soft(bytes, `${path} ${name}`).toBeLessThanOrEqual(most);
      expect.soft(bytes, `${path} was weighed`).toBeGreaterThan(5_000);
      await page.context().close();
    }
  });
}

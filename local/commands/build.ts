import { buildWeb } from '../build';

/** `npm run build`: the web, if its sources changed. */
export async function main(): Promise<void> {
  const distDir = process.env.REGAIN_DIST_DIR ?? '.next';
  const built = await buildWeb(process.cwd(), distDir, (line) => console.log(`· ${line}`));
  console.log(
    built ? `Built in ${distDir}.` : `Nothing changed since the last build in ${distDir}.`,
  );
}

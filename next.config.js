import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import createNextIntlPlugin from 'next-intl/plugin';

// Tests build into a folder of their own, beside a desk that runs.
const distDir = process.env.REGAIN_DIST_DIR ?? '.next';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  distDir,
  typescript: {
    tsconfigPath: tsconfigFor(distDir),
    // `npm run check` runs the compiler over everything, tests too; twice would only be slower.
    ignoreBuildErrors: true,
  },
  // Without this Next takes 127.0.0.1 and localhost for the same and undoes the redirect between them.
  skipProxyUrlNormalize: true,
  // A page is opened once, on a phone: fewer and larger parts pack better, and what all pages share is one of them.
  experimental: {
    turbopackChunking: {
      firstPageLoadPriority: 1,
      requestCost: 10_000_000,
      minChunkSize: 10_000_000,
      maxMergeChunkSize: 10_000_000,
    },
  },
  // These load native parts or files of their own at run time, which a bundle would lose.
  serverExternalPackages: ['pg', 'bullmq', 'ioredis', '@node-rs/argon2', 'pino', 'prom-client'],
};

export default createNextIntlPlugin('./app/request-language.ts')(config);

/**
 * Next writes the types of its folder into the tsconfig that it works with: any folder but the usual
 * one gets a tsconfig to write in.
 *
 * @param {string} folder
 */
function tsconfigFor(folder) {
  if (folder === '.next') return 'tsconfig.json';
  const file = `.local/tsconfig${folder.replace(/[^a-z0-9]+/gi, '-')}.json`;
  if (existsSync(file)) return file;
  const { include } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  const own = {
    extends: '../tsconfig.json',
    compilerOptions: { plugins: [{ name: 'next' }] },
    include: include.map((/** @type {string} */ pattern) => `../${pattern}`),
  };
  mkdirSync('.local', { recursive: true, mode: 0o711 });
  writeFileSync(file, JSON.stringify(own, null, 2));
  return file;
}

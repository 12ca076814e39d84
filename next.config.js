import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Tests build into a folder of their own, beside a desk that runs.
  distDir: process.env.REGAIN_DIST_DIR ?? '.next',
  typescript: {
    tsconfigPath: process.env.REGAIN_TSCONFIG ?? 'tsconfig.json',
    // `npm run check` runs the compiler over everything, tests too; twice would only be slower.
    ignoreBuildErrors: true,
  },
  // Without this Next takes 127.0.0.1 and localhost for the same and undoes the redirect between them.
  skipProxyUrlNormalize: true,
  // These load native parts or files of their own at run time, which a bundle would lose.
  serverExternalPackages: ['pg', 'bullmq', 'ioredis', '@node-rs/argon2', 'pino', 'prom-client'],
};

export default createNextIntlPlugin('./app/request-language.ts')(config);

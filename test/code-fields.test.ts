import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presentedIn } from '../app/(public)/presented';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import { beforeRotation } from '../lib/adapters/crypto/testing/keys';
import {
  handle,
  identityCheck,
  pushNumber,
  secondFactorCode,
  shownCode,
  typedCode,
} from '../lib/inputs/forms';
import { backupCodeNumber } from '../lib/use-cases/backup-codes';
import { linkHashes } from '../lib/use-cases/contact/links';

/**
 * Every field of every screen that takes a code, and what reads it: people type a code as they see it, with the spaces
 * and dashes that stand there, or with those that their phone makes of them. A new field without a row fails.
 */

const secrets = createSecrets({
  keys: beforeRotation,
  origin: 'http://localhost:3000',
  rpName: 'Regain',
});

type Reads = { right: string; takes: (typed: string) => boolean };

const digits = (schema: { parse(typed: unknown): string }, right = '123456'): Reads => ({
  right,
  takes: (typed) => schema.parse(typed) === right,
});
const APP = digits(secondFactorCode);
const SENT = digits(typedCode);

const signInCode = { purpose: 'sign-in', id: 'code', number: 1, digits: 6 } as const;
/** One field for all that can be shown when signing in. */
const SHOWN_DIGITS: Reads = {
  right: secrets.code(signInCode),
  takes: (typed) => secrets.codeMatches(signInCode, shownCode.parse(typed)),
};
const BACKUP: Reads = {
  right: secrets.linkCode({ purpose: 'backup-code', id: 'set', number: 3 }),
  takes: (typed) => backupCodeNumber(secrets, 'set', shownCode.parse(typed)) === 3,
};
const PASS: Reads = {
  right: secrets.temporaryPass('pass'),
  takes: (typed) => secrets.temporaryPassMatches('pass', shownCode.parse(typed)),
};
const SECRET: Reads = {
  right: secrets.caseSecret('case', 1),
  takes: (typed) => secrets.caseSecretMatches('case', 1, typed),
};
const link = secrets.linkCode({ purpose: 'veto', id: 'notice', number: 0 });
/** Found by the hash of the code without its dashes. */
const LINK: Reads = {
  right: link,
  takes: (typed) => {
    const form = new FormData();
    form.set('code', typed);
    return linkHashes(secrets, presentedIn(form)).includes(secrets.hash(link.replaceAll('-', '')));
  },
};
const screenNumber = digits({
  parse: (typed) => {
    const check = { documentKind: 'passport', place: 'balie', mode: 'in-person' };
    return identityCheck.parse({ ...check, screenNumber: typed }).screenNumber;
  },
});

const FIELDS: Record<string, Reads[]> = {
  'app/(account)/account/confirm/page.tsx': [SENT],
  'app/(desk)/cases/[caseId]/identity-check/page.tsx': [screenNumber],
  'app/(public)/contact/page.tsx': [LINK],
  'app/(public)/contact/question/page.tsx': [SENT],
  'app/(public)/h/[handle]/code-card.tsx': [SENT],
  'app/(public)/h/[handle]/factor-card.tsx': [BACKUP, APP],
  'app/(public)/h/[handle]/key/page.tsx': [SECRET],
  'app/(public)/h/[handle]/set-up/over.tsx': [SENT],
  'app/(public)/h/[handle]/set-up/shown-here.tsx': [BACKUP, APP],
  'app/(public)/h/page.tsx': [digits(handle, '7K3M9Q2XTB')],
  'app/(public)/not-asked/page.tsx': [LINK],
  'app/(public)/recover/code/page.tsx': [SENT],
  'app/(public)/veto/page.tsx': [LINK],
  'app/sign-in/second-factor/page.tsx': [APP],
  'components/inbox/holder-sign-in.tsx': [APP],
  'components/own/anew-forms.tsx': [SENT],
  'components/own/app-set-up-form.tsx': [APP],
  'components/own/factor-form.tsx': [SHOWN_DIGITS],
  'components/own/push-answer.tsx': [digits(pushNumber, '42')],
};
/** Of the one field for everything, and of a set-up that gives a code or a pass. */
const MORE: [string, Reads][] = [
  ['signing in, a backup code', BACKUP],
  ['signing in, a temporary pass', PASS],
  ['setting up, a temporary pass', PASS],
];

/** In groups of three, with each kind of dash and space that a keyboard or a phone puts there. */
const SEPARATORS = [' ', '-', ' - ', '\u2013', '\u2011', '\u00a0'];
const writings = (right: string): string[] => {
  const bare = right.replaceAll('-', '');
  const groups = bare.match(/.{1,3}/g) ?? [];
  return [
    right,
    bare,
    bare.toLowerCase(),
    ` ${right}\n`,
    ...SEPARATORS.map((separator) => groups.join(separator)),
  ];
};

const root = join(import.meta.dirname, '..');
const fieldsIn = (folder: string): [string, number][] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .map((file): [string, number] => [
      file,
      readFileSync(join(root, file), 'utf8').split('<CodeField').length - 1,
    ])
    .filter(([, fields]) => fields > 0);

describe('codes are taken with spaces and dashes', () => {
  it('at every field there is', () => {
    const found = Object.fromEntries([...fieldsIn('app'), ...fieldsIn('components')]);
    const stands = Object.entries(FIELDS).map(([file, reads]) => [file, reads.length]);
    expect(found).toEqual(Object.fromEntries(stands));
  });

  const all = Object.entries(FIELDS).flatMap(([file, reads]) =>
    reads.map((one): [string, Reads] => [file, one]),
  );
  it.each([...all, ...MORE])('%s', (_, { right, takes }) => {
    for (const typed of writings(right)) expect(takes(typed), JSON.stringify(typed)).toBe(true);
    const last = right.endsWith('2') ? '3' : '2';
    expect(takes(right.slice(0, -1) + last), 'not any code').toBe(false);
  });
});

import { parseArgs } from 'node:util';
import { toString as drawQr } from 'qrcode';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import { env, ownerUrl } from '../lib/env';
import {
  type Credentials,
  createFirstOrganisation,
  type FirstOrganisation,
  type NewPerson,
  NotEmpty,
  OTHER_ROLES,
} from '../prisma/first-organisation';
import { Problem } from './problem';

const USAGE = `npm run organisation:create -- --name "Zorgpunt" \\
    --administrator "Saskia Bakker <saskia.bakker@zorgpunt.example>" \\
    --administrator "Pim Smit <pim.smit@zorgpunt.example>" \\
    --platform "Olaf Brouwer <olaf@platform.example>" \\
    [--agent "Noor Jacobs <noor@helpdesk.example>"]... [--auditor "Name <address>"]... [--stand-in "Name <address>"]... \\
    [--country NL] [--time-zone Europe/Amsterdam] [--mail-domain zorgpunt.example] [--helpdesk-phone "+31 30 123 45 00"]`;

/** `npm run organisation:create`: the first people of an empty, migrated production database. */
export async function main(args: string[]): Promise<void> {
  const wanted = readWanted(args);
  const url = ownerUrl();
  if (!url)
    throw new Problem(
      'DATABASE_OWNER_URL is missing: the database to set up, signing in as regain_owner.',
      '',
      ['A desk on this machine has its people already: "npm start" makes them.'],
    );
  const { keys, publicUrl, mode } = env();
  const secrets = createSecrets({ keys, origin: publicUrl, rpName: 'Regain' });
  const made = await createFirstOrganisation(url, secrets, wanted, mode).catch((error: unknown) => {
    if (error instanceof NotEmpty)
      throw new Problem(error.message, 'This makes only the first organisation.');
    throw error;
  });
  await print(wanted, made, publicUrl);
}

/** Everything that is wrong with what was asked, at once. */
export function readWanted(args: string[]): FirstOrganisation {
  const { values, problems } = parse(args);
  const [first, second, ...more] = (values.administrator ?? []).map(readPerson);
  const platform = readPerson(values.platform ?? '');
  const others = OTHER_ROLES.flatMap((role) =>
    (values[role] ?? []).map((text) => ({ role, person: readPerson(text) })),
  );
  const people = [first, second, platform, ...others.map(({ person }) => person)].flatMap(
    (person) => person?.signIn ?? [],
  );
  if (!values.name?.trim()) problems.push('--name is missing.');
  if (!first || !second || more.length > 0)
    problems.push('--administrator must stand there twice, each as "Name <address>".');
  if (!platform) problems.push('--platform is missing, or not "Name <address>".');
  for (const { role, person } of others)
    if (!person) problems.push(`--${role} is not "Name <address>".`);
  if (new Set(people).size < people.length)
    problems.push('Nobody can stand there twice: a platform administrator holds no other role.');
  if (!/^[A-Z]{2}$/.test(values.country)) problems.push('--country must be two capitals, as NL.');
  if (!isTimeZone(values['time-zone']))
    problems.push('--time-zone is not known, as Europe/Amsterdam is.');
  if (problems.length > 0 || !first || !second || !platform || !values.name)
    throw new Problem('Nothing was made.', [...new Set(problems)].join('\n'), [USAGE]);
  return {
    name: values.name.trim(),
    country: values.country,
    timeZone: values['time-zone'],
    mailDomain: values['mail-domain']?.toLowerCase() ?? null,
    helpdeskPhone: values['helpdesk-phone'] ?? null,
    administrators: [first, second],
    others: others.flatMap(({ role, person }) => (person ? [{ ...person, role }] : [])),
    platform,
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        name: { type: 'string' },
        administrator: { type: 'string', multiple: true },
        platform: { type: 'string' },
        agent: { type: 'string', multiple: true },
        auditor: { type: 'string', multiple: true },
        'stand-in': { type: 'string', multiple: true },
        country: { type: 'string', default: 'NL' },
        'time-zone': { type: 'string', default: 'Europe/Amsterdam' },
        'mail-domain': { type: 'string' },
        'helpdesk-phone': { type: 'string' },
      },
    });
    return { values, problems: [] as string[] };
  } catch (error) {
    throw new Problem('Nothing was made.', error instanceof Error ? error.message : '', [USAGE]);
  }
}

/** `Saskia Bakker <saskia@zorgpunt.example>` */
function readPerson(text: string): NewPerson | undefined {
  const [, name, signIn] = /^\s*([^<>]+?)\s*<\s*([^<>\s@]+@[^<>\s@]+)\s*>\s*$/.exec(text) ?? [];
  return name && signIn ? { name: name.normalize('NFC'), signIn: signIn.toLowerCase() } : undefined;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** On the screen of whoever sets up, once; nothing of it is kept. */
async function print(
  wanted: FirstOrganisation,
  made: readonly Credentials[],
  publicUrl: string,
): Promise<void> {
  console.log(`\n${wanted.name} is there. These people can sign in at ${publicUrl}/sign-in.`);
  console.log(
    'Hand each over to that person only, in person. This is shown once, and stored nowhere.',
  );
  for (const { name, role, signIn, password, uri, secret } of made) {
    console.log(`\n${name}, ${role}`);
    console.log(`  e-mail address  ${signIn}`);
    console.log(`  password        ${password}`);
    console.log(`  authenticator   ${secret.replace(/(.{4})(?=.)/g, '$1 ')}`);
    console.log(await drawQr(uri, { type: 'terminal', small: true }));
  }
}

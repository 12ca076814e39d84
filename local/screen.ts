import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** The one screen at the end of a start: where it is, who can sign in, where the inbox is. */

/** What prisma/seed.ts leaves in people.json; passwords of invented people, on this machine only. */
const people = z.array(
  z.object({
    name: z.string(),
    role: z.string(),
    organisation: z.string().optional(),
    signIn: z.string(),
    password: z.string(),
  }),
);

export async function showScreen(url: string, folder: string): Promise<void> {
  const rows = await readPeople(join(folder, 'people.json'));
  const lines = [
    '',
    `  Regain is ready: ${url}`,
    '',
    ...(rows.length > 0 ? ['  Who can sign in:', ...table(rows), ''] : []),
    `  Mail, SMS, sign-in codes and the clock: ${url}/inbox`,
    '  Stop with Ctrl-C.',
    '',
  ];
  console.log(lines.join('\n'));
}

async function readPeople(file: string): Promise<string[][]> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return [];
  const read = people.safeParse(JSON.parse(text));
  if (!read.success) return [[`(${file} is not as expected)`]];
  return read.data.map((who) => [
    who.signIn,
    who.password,
    who.name,
    who.role,
    who.organisation ?? '',
  ]);
}

function table(rows: string[][]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length);
    });
  }
  return rows.map(
    (row) =>
      `    ${row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
}

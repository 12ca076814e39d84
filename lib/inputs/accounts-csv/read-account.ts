import { masked, readTextCell } from '../text-cell';
import { type CellProblem, type ReadOptions, readContactPoints } from './contact-points';
import { type Cell, type RawAccount, textOf } from './export-format';
import { type FactorWords, readFactorWords } from './factor-words';
import type {
  ImportedAccount,
  ImportedContactPoint,
  ImportProblem,
  ImportWarning,
  RowNote,
} from './imported-account';

const MAX_NAME = 200;
const MAX_SIGN_IN = 254;
const SIGN_IN = /^[^\s"<>,;:|]+$/u;
const EMAIL_SIGN_IN = /^[^\s"<>,;:|@]+@[^\s"<>,;:|@]+\.[^\s"<>,;:|@]+$/u;

/** Where Dutch is what the organisation's letters are written in unless the file says otherwise. */
const DUTCH = ['NL', 'BE', 'SR', 'AW', 'CW', 'SX', 'BQ'];
const DUTCH_WORDS = ['nl', 'nederlands', 'dutch', 'vlaams'];
const ENGLISH_WORDS = ['en', 'engels', 'english'];

export const noteOf = <Code>(row: number, code: Code, cell: Cell | null): RowNote<Code> =>
  cell === null
    ? { row, code }
    : {
        row,
        field: cell.field,
        code,
        ...(textOf(cell) === '' ? {} : { value: masked(cell.text) }),
      };

const readSignIn = ({ signIn, signInIsEmail }: RawAccount): string | CellProblem => {
  const cell = signIn ?? { field: '', text: '' };
  if (textOf(cell) === '') return { code: 'sign-in-empty', cell };
  const read = readTextCell(cell.text, MAX_SIGN_IN);
  if ('problem' in read) return { code: read.problem, cell };
  const pattern = signInIsEmail ? EMAIL_SIGN_IN : SIGN_IN;
  return pattern.test(read.text) ? read.text.toLowerCase() : { code: 'sign-in-unreadable', cell };
};

type Names = Pick<ImportedAccount, 'displayName' | 'givenName' | 'familyName'>;

const readNames = (raw: RawAccount): Names | CellProblem => {
  const names: string[] = [];
  for (const cell of [raw.givenName, raw.familyPrefix, raw.familyName, raw.displayName]) {
    const read = readTextCell(cell?.text ?? '', MAX_NAME);
    if ('problem' in read) return { code: read.problem, cell: cell ?? { field: '', text: '' } };
    names.push(read.text);
  }
  const [givenName = '', prefix = '', family = '', display = ''] = names;
  const familyName = `${prefix} ${family}`.trim();
  const displayName = display || `${givenName} ${familyName}`.trim();
  const cell = raw.displayName ?? raw.familyName ?? raw.givenName ?? { field: '', text: '' };
  return displayName === '' ? { code: 'name-empty', cell } : { displayName, givenName, familyName };
};

const readLanguage = (cell: Cell | null, country: string): 'nl' | 'en' | CellProblem => {
  const word = /^\p{L}*/u.exec(textOf(cell).toLowerCase())?.[0] ?? '';
  if (cell === null || textOf(cell) === '') return DUTCH.includes(country) ? 'nl' : 'en';
  if (DUTCH_WORDS.includes(word)) return 'nl';
  return ENGLISH_WORDS.includes(word) ? 'en' : { code: 'unknown-language', cell };
};

const readFactors = ({ factors, hasSecondFactor }: RawAccount): FactorWords | CellProblem => {
  if (factors === null) return { factors: [], hasSecondFactor };
  return readFactorWords(factors.text) ?? { code: 'unknown-factor', cell: factors };
};

const pointWarnings = (
  points: readonly ImportedContactPoint[],
  { factors }: FactorWords,
): ImportWarning[] => {
  const warnings: ImportWarning[] = [];
  if (points.length === 0) warnings.push('no-contact-point');
  else if (points.every((point) => point.opensWithAccount)) warnings.push('only-own-mailbox');
  const missing =
    (factors.includes('sms') && !points.some((point) => point.smsCapable)) ||
    (factors.includes('voice') && !points.some((point) => point.kind === 'phone')) ||
    (factors.includes('email-code') && !points.some((point) => point.kind === 'email'));
  if (missing) warnings.push('factor-without-address');
  return warnings;
};

export type ReadAccount =
  | { account: ImportedAccount; warnings: RowNote<ImportWarning>[] }
  | { refused: RowNote<ImportProblem> };

/** One account, or the first reason why its row is refused: a row comes in whole or not at all. */
export const readAccount = (row: number, raw: RawAccount, options: ReadOptions): ReadAccount => {
  const refuse = (problem: CellProblem) => ({ refused: noteOf(row, problem.code, problem.cell) });
  if (raw.guest) return refuse({ code: 'guest', cell: raw.guest });
  const signIn = readSignIn(raw);
  if (typeof signIn !== 'string') return refuse(signIn);
  const names = readNames(raw);
  if ('code' in names) return refuse(names);
  if (typeof raw.status !== 'string') return refuse({ code: 'unknown-status', cell: raw.status });
  const locale = readLanguage(raw.language, options.country);
  if (typeof locale !== 'string') return refuse(locale);
  const externalId = readTextCell(raw.externalId?.text ?? '', MAX_NAME);
  if ('problem' in externalId) {
    return { refused: noteOf(row, externalId.problem, raw.externalId) };
  }
  const contact = readContactPoints(raw, signIn, options);
  if ('code' in contact) return refuse(contact);
  const factors = readFactors(raw);
  if ('code' in factors) return refuse(factors);

  return {
    account: {
      row,
      signIn,
      ...names,
      locale,
      disabled: raw.status === 'disabled',
      externalId: externalId.text === '' ? null : externalId.text,
      ...factors,
      contactPoints: contact.points,
      privilegedHint: false,
    },
    warnings: [
      ...contact.withoutSms.map((cell) => noteOf<ImportWarning>(row, 'phone-without-sms', cell)),
      ...pointWarnings(contact.points, factors).map((code) => ({ row, code })),
    ],
  };
};

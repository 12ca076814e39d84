import type { useTranslations } from 'next-intl';
import type { ImportProblem, ImportWarning } from '../../lib/inputs/accounts-csv/imported-account';

/** A reason without words does not compile here. */
export type ImportRefusal = ImportProblem | 'exists-already';

const WARNINGS: readonly string[] = [
  'no-contact-point',
  'only-own-mailbox',
  'phone-without-sms',
  'factor-without-address',
  'address-on-many-accounts',
  'column-not-used',
] satisfies ImportWarning[];

const isWarning = (code: ImportRefusal | ImportWarning): code is ImportWarning =>
  WARNINGS.includes(code);

export const reasonText = (
  t: ReturnType<typeof useTranslations<'importing'>>,
  code: ImportRefusal | ImportWarning,
): string => (isWarning(code) ? t(`warnings.${code}`) : t(`problems.${code}`));

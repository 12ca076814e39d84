import { isRefusal, type Refusal } from '../../domain/case/command';
import { hours } from '../../domain/time';
import { type AccountsFileRefused, readAccountsCsv } from '../../inputs/accounts-csv';
import { isCountry } from '../../inputs/phone-number';
import type { Caller, Ports } from '../gate';
import { type DraftContent, placeOf } from './draft';
import { judged } from './judged';

const LIFE = hours(1);

/**
 * Reads a file of new accounts and keeps what it says, sealed, for an hour: nothing is imported yet. What was looked
 * at is then exactly what is confirmed; a second upload could be another file.
 */
export const previewImport = async (
  ports: Ports,
  caller: Caller,
  {
    organisationId,
    bytes,
    fileName,
  }: { organisationId: string; bytes: Uint8Array; fileName: string },
): Promise<{ draftId: string } | AccountsFileRefused | Refusal> => {
  const { accounts, secrets } = ports;
  const settings = await accounts.importSettings(caller, organisationId);
  const wish = {
    permission: 'account.import',
    action: 'preview-import',
    objectId: organisationId,
  } as const;
  const allowed = await judged(ports, caller, wish, settings);
  if (isRefusal(allowed)) return allowed;
  const { country, ownMailDomain, mailApart } = allowed.found;
  if (!isCountry(country)) throw new Error(`no country that numbers can be read for: ${country}`);

  const file = readAccountsCsv(bytes, { country, ownMailDomain, mailApart });
  if ('problem' in file) return file;
  const { format, refused, warnings } = file;
  const content: DraftContent = {
    fileName: fileName.slice(0, 200),
    format,
    refused,
    warnings,
    accounts: file.accounts,
  };
  const draft = { id: secrets.newId(), organisationId };
  await accounts.keepDraft(
    caller,
    { ...draft, sealed: secrets.seal(JSON.stringify(content), placeOf(draft)) },
    LIFE,
  );
  return { draftId: draft.id };
};

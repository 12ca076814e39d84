import { isRefusal, type Refusal } from '../../domain/case/command';
import type { Caller, Ports } from '../gate';
import { type DraftContent, openDraft, placeOf, rowsPresent } from './draft';
import { denied, judged } from './judged';
import { newAccountOf } from './new-account';

/**
 * Adds the accounts of a draft that was looked at: new ones only, in one transaction, under a fresh sign-in. What is
 * there already stays as it is (R37). Afterwards the draft holds the report and no address. A second press changes
 * nothing.
 */
export const importAccounts = async (
  ports: Ports,
  caller: Caller,
  { draftId }: { draftId: string },
): Promise<{ draftId: string } | Refusal> => {
  const { accounts, secrets } = ports;
  const action = 'import-accounts';
  const opened = await openDraft(ports, caller, draftId);
  const wish = { permission: 'account.import', action, objectId: draftId } as const;
  const allowed = await judged(ports, caller, wish, opened);
  if (isRefusal(allowed)) return allowed;
  const { draft, content } = allowed.found;
  if (draft.importedAt) return { draftId };

  const sealReport = (present: ReadonlySet<string>): string => {
    const refused = rowsPresent(content.accounts, present);
    const accepted = content.accounts.length - refused.length;
    const report: DraftContent = { ...content, accounts: [], imported: { accepted, refused } };
    return secrets.seal(JSON.stringify(report), placeOf(draft));
  };
  const done = await accounts.importDraft(
    caller,
    draft,
    content.accounts.map((account) => newAccountOf(account, secrets.newId)),
    { format: content.format, refused: content.refused.length },
    sealReport,
  );
  if (done) return { draftId };
  const now = await accounts.draft(caller, draftId);
  return now?.importedAt
    ? { draftId }
    : denied(ports, caller, { action, code: 'not-found', objectId: draftId });
};

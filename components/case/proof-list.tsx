import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CasePage } from '../../lib/domain/case/case-view';
import type { Offer } from '../../lib/domain/case/plan';
import type { Proof } from '../../lib/domain/case/proof';
import { refusalText } from '../../lib/messages/refusal-text';
import { ActionForm } from '../ui/action-form';
import { Chip } from '../ui/chip';
import type { FormAction } from '../ui/form-state';
import { LinkButton } from '../ui/link-button';
import { SubmitButton } from '../ui/submit-button';
import { capital, factorText, unbroken } from './case-words';
import { useWhen } from './when';

const isCheck = (offer: Offer): boolean => offer.kind === 'identity-check';
const live = (proof: Proof): boolean => proof.status !== 'void';

/**
 * Every proof that this account could give: those that were given, those that can be asked, and those that do not
 * count, with why. A code goes to a contact point on file (R8) and is never seen here (R9).
 */
export function ProofList({ page, sendCode }: { page: CasePage; sendCode: FormAction }) {
  const t = useTranslations('caseFile.proofs');
  const { case: c, plan } = page;
  if (!plan) return null;
  const collecting = c.status === 'collecting';
  const given = c.proofs.filter((proof) => proof.status === 'given');
  const checks = given.filter((proof) => proof.kind === 'identity-check');
  const open = plan.offers.filter(
    (offer) => !given.some((p) => p.kind === offer.kind && p.restsOn === offer.restsOn),
  );
  const counting = open.filter((offer) => !offer.refused);
  // Where only a check in person helps, a code that nobody needs must not look like the next thing to do.
  const [first, others] = plan.inPersonOnly
    ? [counting.filter(isCheck), counting.filter((offer) => !isCheck(offer))]
    : [counting, []];
  const refused = open.filter((offer) => offer.refused);
  const drawn = (offers: readonly Offer[]) =>
    offers.map((offer) => (
      <OpenOffer key={offer.kind + offer.restsOn} page={page} offer={offer} sendCode={sendCode} />
    ));
  return (
    <>
      <ul aria-label={t('legend')} className="grid gap-1.5">
        {given
          .filter((proof) => proof.kind !== 'identity-check')
          .map((proof) => (
            <Row key={proof.id} name={<ProofName page={page} {...proof} />}>
              <Chip tone="done">{t('given')}</Chip>
            </Row>
          ))}
        {checks.map((proof) => (
          <Row
            key={proof.id}
            name={
              <CheckName proof={proof} by={page.people[proof.identityCheck?.recordedBy ?? '']} />
            }
          >
            <Chip tone="done">{t('given')}</Chip>
          </Row>
        ))}
        {collecting && drawn(first)}
      </ul>
      {collecting && others.length > 0 && (
        <details>
          <summary className="min-h-6 w-fit cursor-pointer text-small text-ink-2">
            {t('others')}
          </summary>
          <ul className="mt-1.5 grid gap-1.5">{drawn(others)}</ul>
        </details>
      )}
      {collecting && refused.length > 0 && (
        <div className="grid gap-1.5">
          <h4 className="text-small font-semibold text-ink-2">{t('notCounting')}</h4>
          <ul className="grid gap-1">
            {refused.map((offer) => (
              <li key={offer.kind + offer.restsOn} className="text-small text-ink-2">
                <RefusedName page={page} offer={offer} />:{' '}
                {offer.refused && t(`noCount.${offer.refused}`)}.
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Row({
  name,
  note,
  children,
}: {
  name: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="grid gap-x-3 gap-y-1.5 rounded-md bg-sunk px-3 py-2 text-small desk:grid-cols-[minmax(0,1fr)_auto] desk:items-center">
      <div>
        {name}
        {note && <div className="text-tiny text-ink-2">{note}</div>}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </li>
  );
}

export function ProofName({
  page,
  kind,
  restsOn,
}: {
  page: CasePage;
  kind: Proof['kind'];
  restsOn?: string;
}) {
  const t = useTranslations('caseFile.proofs');
  const words = useTranslations('caseFile');
  const point = page.account.points.find((p) => p.id === restsOn);
  const factor = page.account.factors.find((f) => f.id === restsOn);
  if (kind === 'identity-check') return <>{t('identity-check')}</>;
  const contact = page.account.contacts.find((one) => one.id === restsOn);
  const target =
    point?.masked ?? contact?.name ?? (factor ? factorText(words, factor) : words('factorGone'));
  return <>{unbroken(t(kind, { target }))}</>;
}

/** A factor that does not count is not called one that still works. */
function RefusedName({ page, offer }: { page: CasePage; offer: Offer }) {
  const words = useTranslations('caseFile');
  const factor = page.account.factors.find((f) => f.id === offer.restsOn);
  return factor ? capital(factorText(words, factor)) : <ProofName page={page} {...offer} />;
}

export function CheckName({ proof, by }: { proof: Proof; by: string | undefined }) {
  const t = useTranslations('caseFile.proofs');
  const check = proof.identityCheck;
  return (
    <>
      {t(check?.mode === 'in-person' ? 'identity-checkPerson' : 'identity-checkRemote')}
      {by && `, ${t('recordedBy', { name: by })}`}
    </>
  );
}

type AskedOffer = { page: CasePage; offer: Offer; sendCode: FormAction };

function OpenOffer({ page, offer, sendCode }: AskedOffer) {
  const t = useTranslations('caseFile.proofs');
  const name = <ProofName page={page} {...offer} />;
  if (offer.kind === 'remaining-factor' || offer.kind === 'backup-code')
    return <Row name={name} note={t('holderDoes')} />;
  if (offer.kind === 'identity-check') return <CheckOffer page={page} />;
  if (offer.kind === 'recovery-contact')
    return <ContactOffer page={page} offer={offer} name={name} sendCode={sendCode} />;
  return <ChallengeOffer page={page} offer={offer} name={name} sendCode={sendCode} />;
}

function CheckOffer({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.proofs');
  const { acts } = page.allowed;
  const here = `/cases/${page.case.id}`;
  return (
    <Row
      name={t('identity-check')}
      note={t(page.plan?.inPersonOnly ? 'checkPersonHint' : 'checkHint')}
    >
      {!acts['name-identity-checker'] && (
        <LinkButton href={`${here}/checker`} look="quiet">
          {t('name')}
        </LinkButton>
      )}
      {!(acts['check-remote'] && acts['check-in-person']) && (
        <LinkButton href={`${here}/identity-check`}>{t('record')}</LinkButton>
      )}
    </Row>
  );
}

/** A recovery contact, who gets the question by mail and the code from the account holder (R40). */
function ContactOffer({ page, offer, name, sendCode }: AskedOffer & { name: ReactNode }) {
  const t = useTranslations('caseFile.proofs');
  const target = page.account.contacts.find(({ id }) => id === offer.restsOn)?.name ?? '';
  const asked = page.case.proofs.some((p) => live(p) && p.restsOn === offer.restsOn);
  return (
    <Row name={name} note={t('contactHint')}>
      <AskForm
        offer={offer}
        sendCode={sendCode}
        label={t('askContactTo', { target })}
        ask={t(asked ? 'askContactAgain' : 'askContact')}
        target={target}
      />
    </Row>
  );
}

function ChallengeOffer({ page, offer, name, sendCode }: AskedOffer & { name: ReactNode }) {
  const t = useTranslations('caseFile.proofs');
  const locale = useLocale();
  const proof = page.case.proofs.find((p) => live(p) && p.restsOn === offer.restsOn);
  const refused = offer.restsOn ? page.allowed.sends[offer.restsOn] : undefined;
  const target = page.account.points.find((p) => p.id === offer.restsOn)?.masked ?? '';
  const calls = offer.kind === 'voice-challenge';
  if (proof?.status === 'closed')
    return (
      <Row name={name} note={t('closedWhy')}>
        <Chip tone="stop">{t('closed')}</Chip>
      </Row>
    );
  return (
    <Row name={name} note={proof?.kind === offer.kind && <Delivery page={page} proof={proof} />}>
      {refused ? (
        <span className="max-w-[18em] text-ink-2">{refusalText(refused, locale, page)}</span>
      ) : (
        <AskForm
          offer={offer}
          sendCode={sendCode}
          label={t(calls ? 'callTo' : 'sendTo', { target })}
          ask={t(calls ? 'call' : proof?.kind === offer.kind ? 'sendAgain' : 'send')}
          target={target}
        />
      )}
    </Row>
  );
}

/** The button that asks for this proof, which says to whom for those who do not see the row around it. */
function AskForm({
  offer,
  sendCode,
  label,
  ask,
  target,
}: Omit<AskedOffer, 'page'> & Record<'label' | 'ask' | 'target', string>) {
  return (
    <ActionForm action={sendCode} label={label}>
      <input type="hidden" name="kind" value={offer.kind} />
      <input type="hidden" name="contactPointId" value={offer.restsOn} />
      <SubmitButton look="default">
        {ask}
        <span className="sr-only">: {target}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** What became of the newest code: taken or refused by the receiver, until when it works, how often it was wrong. */
function Delivery({ page, proof }: { page: CasePage; proof: Proof | undefined }) {
  const t = useTranslations('caseFile.proofs');
  const { when } = useWhen(page);
  const challenge = proof?.challenge;
  if (!proof || !challenge) return null;
  const over = challenge.expiresAt <= page.now;
  return (
    <>
      {t(`delivery.${challenge.delivery}`, { when: when(challenge.sentAt, 'time') })}{' '}
      {challenge.delivery !== 'refused' &&
        (over ? t('expired') : t('expires', { when: when(challenge.expiresAt, 'time') }))}{' '}
      {proof.wrongEntries > 0 && t('wrong', { count: proof.wrongEntries })}
    </>
  );
}

import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LookAgain } from '../../../../components/holder/look-again';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { TextLink } from '../../../../components/ui/text-link';
import type { HolderView } from '../../../../lib/queries/holder-view';
import { CaseFacts } from './case-facts';
import { CodeCard } from './code-card';
import { ContactCard } from './contact-card';
import { FactorCard } from './factor-card';
import { HolderPath } from './holder-path';
import { Opening } from './opening';
import { asksMore, looksAgainAfter, type Situation, situationOf } from './situation';
import { Task } from './task';
import { VetoCard } from './veto-card';
import { type HandleParams, viewOf } from './view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder');
  return { title: t('title') };
}

/** The page in front of the account holder: who asks what, what there is to do, how far it is, and how to stop it. */
export default async function HolderCasePage(at: HandleParams) {
  const view = await viewOf(at);
  return (
    <PublicShell organisation={view.organisation.name}>
      <HolderCase view={view} />
    </PublicShell>
  );
}

function HolderCase({ view }: { view: HolderView }) {
  const t = useTranslations('holder');
  const situation = situationOf(view);
  const looks = looksAgainAfter(view, situation);
  const here = `/h/${view.handle}`;
  return (
    <>
      <Opening view={view} situation={situation} />
      <CaseFacts view={view} situation={situation} />
      <Task view={view} situation={situation} />
      {view.codes.map((code) => (
        <CodeCard key={code.proofId} code={code} view={view} />
      ))}
      {view.contacts.map((contact) => (
        <ContactCard key={contact.proofId} contact={contact} handle={view.handle} />
      ))}
      {asksMore(view) &&
        view.held?.remaining.map((factor) => (
          <FactorCard key={factor.factorId} factor={factor} handle={view.handle} />
        ))}
      {looks > 0 && (
        <p>
          <LookAgain seconds={looks} />
          <LinkButton href={here}>{t('look')}</LinkButton>
        </p>
      )}
      <HolderPath view={view} />
      <MoreWays view={view} situation={situation} />
      {view.veto !== 'none' && <VetoCard handle={view.handle} locks={view.veto === 'locks'} />}
    </>
  );
}

/** What some holders need, and most do not. */
function MoreWays({ view, situation }: { view: HolderView; situation: Situation }) {
  const t = useTranslations('holder');
  const here = `/h/${view.handle}`;
  const canLose = (view.held?.losable.length ?? 0) > 0;
  const canShowWho =
    (view.status === 'collecting' && view.measures.length > 0 && !view.enough) ||
    (view.status === 'executing' && view.enrolment?.confirmed === false);
  const otherScreen =
    view.secret.given && !view.secret.held && !['elsewhere', 'ready'].includes(situation);
  if (!canLose && !canShowWho && !otherScreen) return null;
  return (
    <ul className="grid gap-3">
      {canLose && (
        <li>
          <TextLink href={`${here}/loss`}>{t('loss.link')}</TextLink>
        </li>
      )}
      {otherScreen && (
        <li>
          <TextLink href={`${here}/key`}>{t('elsewhere.action')}</TextLink>
        </li>
      )}
      {canShowWho && (
        <li>
          <TextLink href={`${here}/identity-check`}>{t('check.link')}</TextLink>
        </li>
      )}
    </ul>
  );
}

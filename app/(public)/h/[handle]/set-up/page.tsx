import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { capital, useMeasureWords } from '../../../../../components/holder/measure-words';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { Notice } from '../../../../../components/ui/notice';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { TextLink } from '../../../../../components/ui/text-link';
import { type HandleParams, heldViewOf } from '../view';
import { useWhen } from '../when';
import { NewOver } from './over';
import type { SetUpParts } from './parts';
import { NewPassword } from './password';
import { NewPush } from './push';
import { NewApp, NewKept, NewKey } from './shown-here';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder');
  return { title: t('title') };
}

/** Where the holder, and only the screen with the case secret, sets up what the case gives (R15, R17). */
export default async function SetUpPage(
  at: HandleParams & { searchParams: Promise<{ elsewhere?: string }> },
) {
  const view = await heldViewOf(at);
  const { elsewhere } = await at.searchParams;
  const { enrolment } = view.held;
  if (!enrolment) redirect(`/h/${view.handle}`);
  return (
    <PublicShell organisation={view.organisation.name}>
      <SetUp view={view} enrolment={enrolment} elsewhere={elsewhere !== undefined} />
    </PublicShell>
  );
}

function SetUp(parts: SetUpParts) {
  const { view, enrolment } = parts;
  const t = useTranslations('holder');
  const when = useWhen(view);
  const { setUp } = useMeasureWords();
  const { of, number } = enrolment.step;
  const next = view.setsUp[number];
  return (
    <>
      <ProseTitle title={capital(setUp(enrolment.kind))}>
        {of > 1 && (
          <p className="font-semibold">
            {t('enrol.step', { number: String(number), of: String(of) })}
          </p>
        )}
        {next && <p>{t('enrol.following', { setUp: setUp(next) })}</p>}
        <p>{t('enrol.until', { when: when(enrolment.closesAt, 'long') })}</p>
      </ProseTitle>
      {number > 1 && (
        <Notice tone="done" title={t('enrol.stepDoneTitle', { number: String(number - 1) })}>
          {t('enrol.stepDone')}
        </Notice>
      )}
      <New {...parts} />
      <p>
        <TextLink href={`/h/${view.handle}`}>{t('check.back')}</TextLink>
      </p>
    </>
  );
}

function New(parts: SetUpParts) {
  const { kind } = parts.enrolment;
  switch (kind) {
    case 'security-key':
      return <NewKey {...parts} />;
    case 'authenticator-app':
      return <NewApp {...parts} />;
    case 'backup-codes':
    case 'temporary-pass':
      return <NewKept {...parts} kind={kind} />;
    case 'push':
      return <NewPush {...parts} />;
    case 'password':
      return <NewPassword {...parts} />;
    default:
      return <NewOver {...parts} kind={kind} />;
  }
}

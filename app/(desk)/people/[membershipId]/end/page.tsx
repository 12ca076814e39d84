import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ConfirmPage } from '../../../../../components/ui/confirm-page';
import { Notice } from '../../../../../components/ui/notice';
import { PageBody } from '../../../../../components/ui/page-body';
import { isFresh, may } from '../../../../../lib/domain/access/can';
import { membershipById } from '../../../../../lib/queries/staff';
import { freshSignIn, staffSession } from '../../../../session';
import { endMembership } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.endPage'))('title') };
}

/** Before a membership ends: whose it is, and what that means. */
export default async function EndMembershipPage({
  params,
}: {
  params: Promise<{ membershipId: string }>;
}) {
  const { membershipId } = await params;
  const { caller, now } = await staffSession();
  const person = await membershipById(caller, membershipId);
  if (!person || !may(caller.actor, 'membership.manage', person.organisationId)) notFound();
  if (!isFresh(caller.actor, now)) freshSignIn(`/people/${person.membershipId}/end`);
  const [t, list, roles] = await Promise.all([
    getTranslations('people.endPage'),
    getTranslations('people'),
    getTranslations('shell.roles'),
  ]);
  return (
    <PageBody>
      <ConfirmPage
        title={t('title')}
        consequence={<p>{t('text')}</p>}
        facts={[
          { name: t('person'), value: `${person.displayName} (${person.signIn})` },
          { name: list('role'), value: roles(person.role) },
          { name: t('organisation'), value: person.organisation },
        ]}
        action={endMembership}
        submit={t('submit')}
        danger
        reason="none"
        back={{ href: `/people?organisation=${person.organisationId}`, label: t('back') }}
      >
        {person.staffId === caller.actor.staffId && <Notice tone="warn">{t('self')}</Notice>}
        <input type="hidden" name="membershipId" value={person.membershipId} />
      </ConfirmPage>
    </PageBody>
  );
}

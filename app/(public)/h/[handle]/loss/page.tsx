import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { useMeasureWords } from '../../../../../components/holder/measure-words';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { CheckCards, type Choice } from '../../../../../components/ui/choice-cards';
import { LinkButton } from '../../../../../components/ui/link-button';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import type { Losable } from '../../../../../lib/queries/holder-view';
import { reportLoss } from '../actions/case';
import { type HandleParams, heldViewOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.loss');
  return { title: t('title') };
}

/** What is lost or stolen proves nothing any more (R3). A page of its own: it cannot be undone here. */
export default async function LossPage(at: HandleParams) {
  const { handle, organisation, held } = await heldViewOf(at);
  if (held.losable.length === 0) redirect(`/h/${handle}`);
  return (
    <PublicShell organisation={organisation.name}>
      <LossForm handle={handle} losable={held.losable} />
    </PublicShell>
  );
}

function LossForm({ handle, losable }: { handle: string; losable: readonly Losable[] }) {
  const t = useTranslations('holder.loss');
  const common = useTranslations('common.actions');
  const { factor } = useMeasureWords();
  const wordsOf = (thing: Losable): Pick<Choice, 'label' | 'why'> => {
    switch (thing.kind) {
      case 'phone':
        return { label: t('phone', { to: thing.to }), why: t('phoneWhy') };
      case 'email':
        return { label: t('email', { to: thing.to }), why: t('emailWhy') };
      case 'factor':
        return {
          label: t('factor', { factor: factor(thing.factor), label: thing.label }),
          why: t('factorWhy'),
        };
    }
  };
  const choiceOf = (thing: Losable): Choice => ({
    value: thing.id,
    ...wordsOf(thing),
    ...(thing.reported ? { refused: t('already') } : {}),
  });
  return (
    <>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      <ActionForm action={reportLoss}>
        <input type="hidden" name="handle" value={handle} />
        <CheckCards name="lost" legend={t('legend')} choices={losable.map(choiceOf)} />
        <div className="grid gap-3">
          <SubmitButton look="danger" size="large">
            {t('submit')}
          </SubmitButton>
          <LinkButton href={`/h/${handle}`} look="quiet">
            {common('back')}
          </LinkButton>
        </div>
      </ActionForm>
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnFrame } from '../../../../components/own/own-frame';
import { ActionForm } from '../../../../components/ui/action-form';
import { CodeField } from '../../../../components/ui/code-field';
import { Notice } from '../../../../components/ui/notice';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { onFile } from '../../../../lib/domain/account/account';
import { enterCode, sendAgain } from '../actions/contact';
import { type HolderSession, holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.confirm'))('title') };
}

/** Where the code under way went, for its owner to see. */
function addressOf({ session, read }: HolderSession): string {
  const change = session.confirming?.change;
  if (change?.kind === 'add-contact-point') return change.point.address;
  const id = change?.kind === 'add-factor' ? change.factor.contactPointId : undefined;
  return onFile(read.account).find((point) => point.id === id)?.address ?? '';
}

/** The code that was sent to what is to be added. */
export default async function ConfirmPage() {
  const signedIn = await holderSession();
  const { read, session } = signedIn;
  const confirming = session.confirming?.change && session.confirming;
  const t = await getTranslations('ownPages.confirm');
  const to = addressOf(signedIn);
  const isNewNumber =
    confirming?.change.kind === 'add-contact-point' && confirming.via !== 'email-code';
  if (!confirming)
    return (
      <OwnFrame organisation={read.organisation.name} title={t('title')}>
        <Notice tone="warn">{t('over')}</Notice>
      </OwnFrame>
    );
  return (
    <OwnFrame organisation={read.organisation.name} title={t('title')}>
      <p role="status" className="[overflow-wrap:anywhere]">
        {t(`sent.${confirming.via}`, { to })}
      </p>
      <ActionForm action={enterCode}>
        <CodeField name="code" label={t('code')} autoFocus />
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
      <section className="grid gap-2 border-t border-line pt-4">
        <p className="text-small text-ink-2">{t('againHint')}</p>
        <ActionForm action={sendAgain}>
          <div className="flex flex-wrap gap-3">
            <SubmitButton look="default" name="by" value="same">
              {t('again')}
            </SubmitButton>
            {isNewNumber && confirming.via === 'sms' && (
              <SubmitButton look="default" name="by" value="voice">
                {t('byVoice')}
              </SubmitButton>
            )}
          </div>
        </ActionForm>
      </section>
    </OwnFrame>
  );
}

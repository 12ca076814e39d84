import { useTranslations } from 'next-intl';
import { KeptForm } from '../../../../components/holder/kept-form';
import { Card } from '../../../../components/ui/card';
import type { AskedContact } from '../../../../lib/queries/holder-view';
import { contactCode } from './actions/contact';

/** A recovery contact was asked: this screen shows the code that the holder tells them (R40). */
export function ContactCard({ contact, handle }: { contact: AskedContact; handle: string }) {
  const t = useTranslations('holder.contact');
  const name = contact.name ?? t('anyone');
  return (
    <Card title={t('title')}>
      <KeptForm
        action={contactCode.bind(null, contact.proofId)}
        handle={handle}
        begun={false}
        words={{
          begin: t('begin', { name }),
          action: t('action'),
          again: t('again'),
          againText: t('againText'),
          shown: t('shown', { name }),
          private: t('private'),
        }}
      />
    </Card>
  );
}

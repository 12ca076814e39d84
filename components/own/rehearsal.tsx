import { useTranslations } from 'next-intl';
import type { Rehearsed } from '../../lib/domain/account/own/rehearsal';
import { formatDuration } from '../../lib/messages/format';
import type { Language } from '../../lib/messages/language';
import { OwnRow, OwnRows, OwnSection } from './own-section';

/** "You lose your phone: these ways back remain, this long." */
export function Rehearsal({
  rehearsed,
  language,
}: {
  rehearsed: readonly Rehearsed[];
  language: Language;
}) {
  const t = useTranslations('ownPages.readiness');
  const kinds = useTranslations('ownPages.kinds');
  const told = ({ back }: Rehearsed): string => {
    switch (back.way) {
      case 'sign-in':
        return t('backSignIn', { ways: back.with.map((kind) => kinds(kind)).join(', ') });
      case 'case':
        return t('backCase', {
          means: back.means,
          proofs: back.proofs.map((kind) => t(`proofs.${kind}`)).join(', '),
          wait: formatDuration(back.wait, language),
        });
      case 'in-person':
        return t('backInPerson', { wait: formatDuration(back.wait, language) });
    }
  };
  return (
    <OwnSection title={t('rehearsal')}>
      <OwnRows label={t('rehearsal')}>
        {rehearsed.map((one) => (
          <OwnRow
            key={one.loss.means}
            name={[t(`lose.${one.loss.kind}`), one.loss.thing].filter(Boolean).join(': ')}
            notes={told(one)}
          />
        ))}
      </OwnRows>
    </OwnSection>
  );
}

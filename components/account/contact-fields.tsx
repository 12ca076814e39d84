import { useTranslations } from 'next-intl';
import { TextField } from '../ui/text-field';

/** Who is asked to be a recovery contact: by the account holder, or by the desk for them. */
export function ContactFields({
  words,
}: {
  words: 'recoveryContacts.invite' | 'recoveryContacts.desk.page';
}) {
  const t = useTranslations(words);
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
        maxLength={80}
        required
      />
      <TextField
        name="address"
        type="email"
        label={t('address')}
        hint={t('addressHint')}
        autoComplete="off"
        required
      />
    </>
  );
}

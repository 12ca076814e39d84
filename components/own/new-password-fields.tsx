import { useTranslations } from 'next-intl';
import { leastPassword } from '../../lib/domain/account/own/password';
import { TextField } from '../ui/text-field';

/** A new password, twice, and what is asked of it. */
export function NewPasswordFields({
  secondFactor,
  signIn,
}: {
  /** Beside a second factor it may be shorter. */
  secondFactor: boolean;
  /** For the password manager, where this screen may know it. */
  signIn?: string;
}) {
  const t = useTranslations('ownPages.password');
  return (
    <>
      {signIn && <input type="hidden" name="username" autoComplete="username" value={signIn} />}
      <TextField
        name="password"
        type="password"
        label={t('new')}
        hint={t('text', { least: String(leastPassword(secondFactor)) })}
        autoComplete="new-password"
        required
      />
      <TextField
        name="repeat"
        type="password"
        label={t('repeat')}
        autoComplete="new-password"
        required
      />
    </>
  );
}

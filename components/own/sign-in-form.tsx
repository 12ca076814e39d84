import { useTranslations } from 'next-intl';
import { ActionForm } from '../ui/action-form';
import type { FormAction } from '../ui/form-state';
import { SubmitButton } from '../ui/submit-button';
import { TextField } from '../ui/text-field';

/** The first step of signing in, of staff and of account holders: who, and the password. */
export function SignInForm({
  words,
  action,
  next,
  signInType,
  signedIn,
}: {
  words: 'signIn' | 'ownSignIn';
  action: FormAction;
  /** Where it leads when the second factor was right too. */
  next: string | undefined;
  signInType?: 'email';
  /** Who is signed in already, and is asked for the password once more. */
  signedIn?: string;
}) {
  const t = useTranslations(words);
  return (
    <ActionForm action={action}>
      {next && <input type="hidden" name="next" value={next} />}
      {signedIn === undefined ? (
        <TextField
          name="signIn"
          type={signInType}
          label={t('signIn')}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
      ) : (
        // For a password manager, which otherwise cannot tell whose password is asked.
        <input
          type="text"
          name="username"
          autoComplete="username"
          defaultValue={signedIn}
          hidden
          readOnly
        />
      )}
      <TextField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <SubmitButton size="large">{t('submit')}</SubmitButton>
    </ActionForm>
  );
}

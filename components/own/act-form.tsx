import { ActionForm } from '../ui/action-form';
import type { ButtonLook } from '../ui/button-look';
import type { FormAction } from '../ui/form-state';
import { SubmitButton } from '../ui/submit-button';

/** One button that does one thing to one thing. `about` tells the buttons of a list apart for who hears them. */
export function ActForm({
  action,
  name,
  value,
  about,
  look = 'default',
  children,
}: {
  action: FormAction;
  name: string;
  value: string;
  about?: string;
  look?: ButtonLook;
  children: string;
}) {
  return (
    <ActionForm action={action} className="gap-2">
      <input type="hidden" name={name} value={value} />
      <SubmitButton look={look}>
        {children}
        {about && <span className="sr-only"> {about}</span>}
      </SubmitButton>
    </ActionForm>
  );
}

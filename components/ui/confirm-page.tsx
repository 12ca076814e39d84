import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from './action-form';
import { Card } from './card';
import { type Fact, Facts } from './facts';
import type { FormAction } from './form-state';
import { LinkButton } from './link-button';
import { SubmitButton } from './submit-button';
import { TextArea } from './text-area';

/**
 * Before something that cannot be undone: what will happen, to what, why, and one button that says
 * it. A page, never a pop-up: it can be read at leisure, reached by its address, and left by Back.
 */
export function ConfirmPage({
  title,
  consequence,
  facts = [],
  action,
  submit,
  danger = false,
  reason = 'required',
  back,
  children,
}: {
  title: string;
  /** What happens when the button is pressed, in a sentence or two. */
  consequence: ReactNode;
  facts?: readonly Fact[];
  action: FormAction;
  /** The deed, as a verb: “Zaak stoppen”, never “OK”. */
  submit: string;
  danger?: boolean;
  /** The field is called `reason`. */
  reason?: 'required' | 'none';
  back: { href: string; label: string };
  /** More fields, hidden or shown, and notices. */
  children?: ReactNode;
}) {
  const t = useTranslations('common.confirm');
  return (
    <div className="grid w-full max-w-2xl gap-5">
      <div className="grid gap-2">
        <h1 className="text-title leading-tight font-[650] tracking-[-0.015em]">{title}</h1>
        <div className="text-ink-2">{consequence}</div>
      </div>
      {facts.length > 0 && (
        <Card>
          <Facts facts={facts} />
        </Card>
      )}
      <ActionForm action={action}>
        {children}
        {reason === 'required' && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            required
            maxLength={500}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton look={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
          <LinkButton href={back.href} look="quiet">
            {back.label}
          </LinkButton>
        </div>
      </ActionForm>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import type { FormAction } from '../ui/form-state';
import { Select } from '../ui/select';
import { SubmitButton } from '../ui/submit-button';

/** The fields of the form, each with one of the habits. */
export const POST_PARTS = ['mail', 'local', 'local-other', 'voice'] as const;
export const POST_HABITS = [
  'ok',
  'lose',
  'delay',
  'double',
  'bounce',
  'refuse',
  'defer',
  'down',
] as const;

/** How the post behaves, so that somebody who tries the desk can see what it does when a message fails. */
export function PostCard({
  habits,
  set,
}: {
  habits: Readonly<Record<(typeof POST_PARTS)[number], string>>;
  set: FormAction;
}) {
  const t = useTranslations('inbox.post');
  const options = POST_HABITS.map((habit) => ({ value: habit, label: t(`habit.${habit}`) }));
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-small text-ink-2">{t('hint')}</p>
      <ActionForm action={set} label={t('title')}>
        {POST_PARTS.map((part) => (
          <Select
            key={part}
            name={part}
            label={t(part)}
            options={options}
            defaultValue={habits[part]}
          />
        ))}
        <div>
          <SubmitButton look="default">{t('set')}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { Card } from '../ui/card';

export interface ShownCode {
  id: string;
  of: 'staff' | 'account';
  /** Name and organisation: enough to know whose code it is. */
  who: string;
  code: string;
}

/** The codes that the authenticator apps of the people to try with show now. */
export function AuthenticatorCodes({
  codes,
  secondsLeft,
}: {
  codes: readonly ShownCode[];
  secondsLeft: number;
}) {
  const t = useTranslations('inbox.codes');
  const groups = (['staff', 'account'] as const)
    .map((of) => ({ of, shown: codes.filter((code) => code.of === of) }))
    .filter(({ shown }) => shown.length > 0);
  return (
    <Card title={t('title')} aside={t('left', { time: `${secondsLeft}\u00a0s` })}>
      <p className="mb-3 text-small text-ink-2">{codes.length === 0 ? t('none') : t('hint')}</p>
      <div className="grid gap-4">
        {groups.map(({ of, shown }) => (
          <section key={of} className="grid gap-1.5">
            <h3 className="text-small font-semibold">
              {of === 'staff' ? t('staff') : t('accounts')}
            </h3>
            <dl className="grid gap-1.5 text-small">
              {shown.map(({ id, who, code }) => (
                <div key={id} className="flex justify-between gap-3">
                  <dt className="min-w-0 text-ink-3">{who}</dt>
                  <dd className="font-mono font-semibold tracking-[0.08em] whitespace-nowrap">
                    {code}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { isSecondFactor } from '../../lib/domain/account/factor';
import type { AccountView, FactorView, PointView } from '../../lib/domain/case/case-view';
import { Card } from '../ui/card';
import { Chip } from '../ui/chip';
import { type Fact, Facts } from '../ui/facts';
import type { DeskClock } from '../ui/instant';
import { Notice } from '../ui/notice';
import { TextLink } from '../ui/text-link';
import { capital, factorText, unbroken } from './case-words';
import { useWhen } from './when';

/** The account beside its case: masked, with what makes it special said first (R38). */
export function AccountCard({
  account,
  organisation,
  clock,
  open = true,
}: {
  account: AccountView;
  organisation: string;
  clock: DeskClock;
  /** Whether the reader may open the account's own page. */
  open?: boolean;
}) {
  const t = useTranslations('caseFile.account');
  const file = useTranslations('caseFile');
  const { when } = useWhen(clock);
  const { contestedUntil, suspendedUntil, lastSignIn } = account;
  const onFile = account.points.filter((point) => point.onFile);
  const factors = account.factors.filter((factor) => factor.usable);
  const facts: Fact[] = [
    { name: t('organisation'), value: organisation },
    { name: t('signIn'), value: <Masked text={account.signInMasked} /> },
    ...onFile.map((point) => ({
      name: point.kind === 'email' ? t('email') : t('phone'),
      value: <Point point={point} />,
    })),
    ...factors.map((factor) => ({
      // Codes that stand in for a second factor are not one (R4).
      name: standsIn(factor) ? capital(file(`factors.${factor.kind}`)) : t('factor'),
      value: (
        <>
          {!standsIn(factor) && `${unbroken(factorText(file, factor))} `}
          <span className="inline-block whitespace-nowrap text-ink-2">
            {t('sinceOnly', { when: when(factor.addedAt, 'date') })}
          </span>{' '}
          {factor.reported && <Chip tone="wait">{t('lost')}</Chip>}
        </>
      ),
    })),
    ...(factors.length === 0 ? [{ name: t('factor'), value: t('none') }] : []),
    { name: t('devices'), value: t('devicesCount', { count: account.trustedDevices }) },
    {
      name: t('lastSignIn'),
      value: lastSignIn
        ? t('lastSignInValue', { when: when(lastSignIn.at, 'short'), country: lastSignIn.country })
        : t('never'),
    },
  ];
  return (
    <Card
      title={t('title')}
      aside={open && <TextLink href={`/accounts/${account.id}`}>{t('open')}</TextLink>}
    >
      <div className="grid gap-3">
        {contestedUntil && (
          <Notice tone="stop" title={t('contested')}>
            {t('contestedText', { when: when(contestedUntil) })}
          </Notice>
        )}
        {suspendedUntil && (
          <Notice tone="warn" title={t('suspended')}>
            {t('suspendedText', { when: when(suspendedUntil) })}
          </Notice>
        )}
        {(account.disabled || account.privileged) && (
          <p className="flex gap-2">
            {account.disabled && <Chip tone="stop">{t('disabled')}</Chip>}
            {account.privileged && <Chip tone="wait">{t('privileged')}</Chip>}
          </p>
        )}
        <Facts facts={facts} side />
      </div>
    </Card>
  );
}

/** An address may break after its @, rather than anywhere. */
function Masked({ text }: { text: string }) {
  const [first, ...rest] = unbroken(text).split('@');
  return (
    <>
      {first}
      {rest.length > 0 && (
        <>
          @<wbr />
          {rest.join('@')}
        </>
      )}
    </>
  );
}

const standsIn = (factor: FactorView): boolean => !isSecondFactor({ ...factor, label: '' });

function Point({ point }: { point: PointView }) {
  const t = useTranslations('caseFile.account');
  return (
    <>
      <Masked text={point.masked} /> {point.reported && <Chip tone="wait">{t('lost')}</Chip>}
      {point.refused && <Chip tone="stop">{t('refused')}</Chip>}
    </>
  );
}

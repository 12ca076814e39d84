import { useTranslations } from 'next-intl';
import { type DeskClock, Instant } from '../ui/instant';
import { Notice } from '../ui/notice';
import { TextLink } from '../ui/text-link';

/** A sign-in that a trusted device let in says so, and how to be asked again. */
export function SkippedFactor({ until, clock }: { until: string; clock: DeskClock }) {
  const t = useTranslations('ownSignIn.skipped');
  return (
    <Notice title={t('title')}>
      <p>
        {t.rich('text', {
          until: () => <Instant at={until} clock={clock} style="date" />,
          devices: (text) => <TextLink href="#devices">{text}</TextLink>,
        })}
      </p>
    </Notice>
  );
}

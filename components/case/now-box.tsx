import { useLocale, useTranslations } from 'next-intl';
import type { CasePage } from '../../lib/domain/case/case-view';
import type { RefusalCode } from '../../lib/domain/case/command';
import type { Proof } from '../../lib/domain/case/proof';
import { VETO_UNTIL } from '../../lib/domain/case/stopping';
import { plus } from '../../lib/domain/time';
import { refusalText } from '../../lib/messages/refusal-text';
import { Card } from '../ui/card';
import { primaryOf } from './primary-act';
import { useWhen } from './when';

/** Refusals that “What now?” does not repeat: of another role's button, and of a moment that it names itself. */
const SAID_ALREADY: readonly RefusalCode[] = ['not-allowed', 'clock-hold-too-young'];

/** “What now?”: one sentence for who has the caller on the line, and the reason. */
export function NowBox({ page }: { page: CasePage }) {
  const t = useTranslations('caseFile.now');
  const locale = useLocale();
  const [sentence, why] = useNow(page);
  const refused = primaryOf(page)?.refused;
  return (
    <Card title={t('title')} tone="brand">
      <p className="text-lead font-semibold">{sentence}</p>
      {why && <p className="text-ink-2">{why}</p>}
      {/* Who has another role never had this button; who would have had it is told why not. */}
      {refused && !SAID_ALREADY.includes(refused.refused) && (
        <p className="mt-2">{t('notYou', { why: refusalText(refused, locale, page) })}</p>
      )}
    </Card>
  );
}

/** Whether a code is under way that still works. */
const canBeEntered = ({ status, challenge }: Proof, now: string): boolean =>
  status === 'open' &&
  challenge !== undefined &&
  challenge.delivery !== 'refused' &&
  challenge.expiresAt > now;

function useNow(page: CasePage): [string, string | undefined] {
  const t = useTranslations('caseFile.now');
  const setUp = useTranslations('caseFile.setUp.todo');
  const { when } = useWhen(page);
  const ended = useEnded(page);
  const { case: c, nextAction, allowed, dueAt } = page;
  switch (nextAction) {
    case 'approve':
      return allowed.acts.approve
        ? [t('approve'), t('approveWhy')]
        : [t('approveYou'), t('approveYouWhy')];
    case 'collect-proofs':
      if (c.plan?.inPersonOnly) return [t('inPerson'), t('inPersonWhy')];
      return c.proofs.some((proof) => canBeEntered(proof, page.now))
        ? [t('codeSent'), t('codeSentWhy')]
        : page.meansGiven > 0
          ? [t('oneMoreProof'), t('oneMoreProofWhy')]
          : [t('collect-proofs'), t('collect-proofsWhy')];
    case 'wait':
      if (c.pause) return [t('notAsked', { when: when(c.pause.until) }), t('notAskedWhy')];
      return [t('wait', { when: when(c.wait?.endsAt ?? dueAt, 'long') }), t('waitWhy')];
    case 'await-notice':
      return [
        t('await-notice'),
        page.holdEnds && page.holdEnds > page.now
          ? t('await-noticeWhy', { when: when(page.holdEnds) })
          : t('await-noticeNow'),
      ];
    case 'answer-pause':
      return [t('answer-pause', { when: when(c.pause?.until ?? dueAt) }), t('answer-pauseWhy')];
    case 'decide-pause':
      return [t('decide-pause'), t('decide-pauseWhy', { when: when(c.pause?.until ?? dueAt) })];
    case 'enrol':
      return [
        t('enrol', {
          when: when(c.enrolment?.closesAt ?? dueAt),
          what: c.enrolment ? uncapital(setUp(c.enrolment.kind)) : '',
        }),
        t('enrolWhy'),
      ];
    case 'none':
      return ended;
    default:
      return [t(nextAction), t(`${nextAction}Why`)];
  }
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function useEnded(page: CasePage): [string, string | undefined] {
  const t = useTranslations('caseFile.now');
  const { when } = useWhen(page);
  const { case: c } = page;
  const note = c.endedAt ? page.notes[c.endedAt] : undefined;
  const reason = note ? t('reason', { reason: note }) : t('endedWhy');
  switch (c.status) {
    case 'completed':
      return [
        t('completed'),
        t('completedWhy', { when: when(plus(c.completedAt ?? page.now, VETO_UNTIL), 'date') }),
      ];
    case 'solved':
      return [t('solved'), t('solvedWhy')];
    case 'declined':
      return [t('declined'), reason];
    case 'vetoed':
      return [t('vetoed'), t('vetoedWhy')];
    case 'expired':
      return c.enrolment
        ? [
            t('expiredEnrol'),
            page.allowed.acts['renew-enrolment']?.refused === 'enrolment-renewed-before'
              ? t('endedWhy')
              : t('expiredEnrolWhy'),
          ]
        : [t('expired'), t('expiredWhy')];
    default:
      return [t('cancelled'), reason];
  }
}

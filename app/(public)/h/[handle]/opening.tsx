import { useTranslations } from 'next-intl';
import { useMeasureWords } from '../../../../components/holder/measure-words';
import { ProseTitle } from '../../../../components/ui/prose-title';
import type { HolderView } from '../../../../lib/queries/holder-view';
import type { Situation } from './situation';

/** The title of the page, and the sentence that says what it means for the holder. */
export function Opening({ view, situation }: { view: HolderView; situation: Situation }) {
  const title = useTitle(situation);
  const paragraphs = useParagraphs(view, situation);
  return (
    <ProseTitle title={title}>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </ProseTitle>
  );
}

function useTitle(situation: Situation): string {
  const t = useTranslations('holder');
  if (situation === 'ready') return t('secret.readyTitle');
  if (situation === 'elsewhere') return t('elsewhere.title');
  return t(`states.${situation}.title`);
}

function useParagraphs(view: HolderView, situation: Situation): string[] {
  const t = useTranslations('holder');
  const own = useTranslations('asking.holder');
  const words = useMeasureWords();
  const setUp = view.enrolment ? words.setUp(view.enrolment.kind) : '';
  switch (situation) {
    case 'ready':
      return [t('secret.readyText')];
    case 'elsewhere':
      return [t('elsewhere.text')];
    case 'preparing':
      return [view.asked ? own('desk') : t('states.preparing.text')];
    case 'first': {
      const byDesk = view.agent ? t('asks', { agent: view.agent }) : t('asksNobody');
      const asks = view.asked ? own('first') : byDesk;
      return isAsked(view) ? [asks] : [asks, t('states.first.text')];
    }
    case 'next':
      if (view.codes.length > 0) return [t('states.next.code')];
      if (view.contacts.length > 0) return [t('states.next.contact')];
      // As long as nobody of the desk has it in hand, there is nobody on the phone to say what comes next.
      return [view.asked && !view.agent ? own('next') : t('states.next.text')];
    case 'waiting':
      return [waitingText(view, t)];
    case 'vetoed':
      return [view.locked ? t('states.vetoed.locked') : t('states.vetoed.text')];
    case 'paused':
      return [pausedText(view, t)];
    case 'enrol':
      return [t('states.enrol.text', { setUp })];
    case 'expired':
      return [
        view.veto === 'stops' ? t('states.expired.enrolment', { setUp }) : t('states.expired.text'),
      ];
    default:
      return [t(`states.${situation}.text`)];
  }
}

/** Something to do stands below already; nothing else has to be waited for. */
const isAsked = ({ codes, contacts }: HolderView): boolean => codes.length + contacts.length > 0;

type Says = ReturnType<typeof useTranslations<'holder'>>;

function waitingText(view: HolderView, t: Says): string {
  if (view.setsUp.length === 0) return t('states.waiting.textRemove');
  return view.secret.held ? t('states.waiting.text') : t('states.waiting.textElsewhere');
}

/** Why it is on hold is for the screen with the case secret: whoever objected need not be known to others (R15). */
function pausedText(view: HolderView, t: Says): string {
  const reason = view.held?.pause?.reason;
  if (reason === 'sign-in') return t('states.paused.signIn');
  if (reason === 'not-asked') return t('states.paused.notAsked');
  return reason === 'weak-veto' ? t('states.paused.objection') : t('states.paused.unknown');
}

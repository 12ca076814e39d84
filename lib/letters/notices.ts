import type { NoticeKind } from '../domain/case/case';
import type { Content } from './content';
import type { Letter, NoticeLetter, NoticeOf } from './letter';
import { vetoContent, vetoSms } from './veto';
import type { Wording } from './wording';

type Said = {
  text: string;
  calm: string;
  facts?: [label: string, value: string][];
  sms: string;
  /** Where saying no means something else than stopping what runs. */
  vetoText?: string;
};

type Writers = { [K in NoticeKind]: (letter: NoticeOf<K>, wording: Wording) => Said };

const writers: Writers = {
  'wait-started': waiting,
  'wait-half-time': waiting,
  'wait-daily': waiting,
  'loss-reported': ({ organisation, lost }, { t, things }) => ({
    text: t('notice.loss-reported.text'),
    calm: t('notice.loss-reported.calm'),
    facts: [[t('facts.lost'), things(lost)]],
    sms: t('notice.loss-reported.sms', { organisation, lost: things(lost) }),
  }),
  'enrolment-ready': enrolling,
  'enrolment-ends-soon': enrolling,
  'measures-done': (letter, { t, when }) => ({
    text: [
      t('notice.measures-done.text'),
      ...heavyOf(letter).map((what) => t(`meant.${what}`)),
    ].join(' '),
    calm: t('notice.measures-done.calm'),
    facts: [[t('facts.vetoUntil'), when(letter.vetoUntil)]],
    sms: t('notice.measures-done.sms', { organisation: letter.organisation }),
    vetoText: t('veto.textDone'),
  }),
  'case-ended': ({ organisation, outcome }, { t }) => ({
    text: t(`notice.case-ended.outcome.${outcome}`),
    calm: t('notice.case-ended.calm'),
    sms: t('notice.case-ended.sms', { organisation }),
    vetoText: t('veto.textEnded'),
  }),
  'pause-asked': ({ organisation, until }, { t, when, whenShort }) => ({
    text: t('notice.pause-asked.text'),
    calm: t('notice.pause-asked.calm'),
    facts: [[t('facts.until'), when(until)]],
    sms: t('notice.pause-asked.sms', { organisation, when: whenShort(until) }),
  }),
};

function waiting(
  letter: NoticeOf<'wait-started' | 'wait-half-time' | 'wait-daily'>,
  wording: Wording,
): Said {
  const { kind, organisation, endsAt } = letter;
  const { t, when, whenShort, measures } = wording;
  const heavy = heavyOf(letter);
  const told = { organisation, when: whenShort(endsAt) };
  return {
    text: [t(`notice.${kind}.text`), ...heavy.map((what) => t(`means.${what}`))].join(' '),
    calm: t(`notice.${kind}.calm`),
    facts: [[t('facts.ends'), when(endsAt)]],
    // Who is about to lose a number or a password must read so in the one message that may reach them.
    sms:
      heavy.length > 0
        ? t(`notice.${kind}.smsHeavy`, { ...told, measures: measures(letter.measures) })
        : t(`notice.${kind}.sms`, told),
  };
}

/** What later recoveries rest on, of what this case changes (design.md §4). */
const heavyOf = ({
  measures,
}: Pick<NoticeLetter, 'measures'>): ('email' | 'phone' | 'password')[] =>
  measures.flatMap((measure) => {
    if (measure.kind === 'change-contact-point') return [measure.point];
    return measure.kind === 'new-password' ? ['password' as const] : [];
  });

function enrolling(
  letter: NoticeOf<'enrolment-ready' | 'enrolment-ends-soon'>,
  { t, setUp: doing, when, whenShort }: Wording,
): Said {
  const { kind, organisation, closesAt } = letter;
  const setUp = doing(letter.enrol);
  return {
    text: t(`notice.${kind}.text`, { setUp }),
    calm: t(`notice.${kind}.calm`),
    facts: [[t('facts.until'), when(closesAt)]],
    sms: t(`notice.${kind}.sms`, { organisation, setUp, when: whenShort(closesAt) }),
  };
}

export const isNotice = (letter: Letter): letter is NoticeLetter => letter.kind in writers;

/** Every notice names the organisation and the measures, and carries the way to say no. */
export function noticeContent(letter: NoticeLetter, wording: Wording): Content {
  const { kind, language, organisation, veto } = letter;
  const { t } = wording;
  const said = write(letter, wording);
  const label = kind === 'measures-done' ? t('facts.done') : t('facts.measures');
  return {
    language,
    subject: t(`notice.${kind}.subject`, { organisation }),
    title: t(`notice.${kind}.title`),
    paragraphs: [said.text, said.calm],
    facts: [
      [t('facts.organisation'), organisation],
      [label, wording.measures(letter.measures)],
      ...(said.facts ?? []),
    ],
    veto: vetoContent(veto, wording, said.vetoText ?? t('veto.text')),
    footer: t('footer.holder', { organisation }),
    sms: `${said.sms} ${vetoSms(veto, wording)}`,
  };
}

/** The kind of the letter picks its own writer; TypeScript cannot see that the two belong together. */
const write = <K extends NoticeKind>(letter: NoticeOf<K>, wording: Wording): Said =>
  writers[letter.kind as K](letter, wording);

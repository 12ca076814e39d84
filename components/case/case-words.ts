import type { useTranslations } from 'next-intl';
import type { FactorKind } from '../../lib/domain/account/factor';
import type { Case, CaseStatus } from '../../lib/domain/case/case';
import type { AccountView, CasePage } from '../../lib/domain/case/case-view';
import { formatHandle, HANDLE_PREFIX } from '../../lib/domain/case/handle';
import type { Measure } from '../../lib/domain/case/measure';
import type { Names } from '../../lib/messages/event-text';
import type { Tone } from '../ui/chip';

type CaseFileWords = ReturnType<typeof useTranslations<'caseFile'>>;

/** As it is read out and shown: `HZ-7K3M9-Q2XTB`. */
export const shownHandle = (handle: string): string => `${HANDLE_PREFIX}-${formatHandle(handle)}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const factorWord = (t: CaseFileWords, kind: FactorKind | undefined): string =>
  kind ? t(`factors.${kind}`) : t('factorGone');

/** What the ids stand for that measures name: kinds of factors and, where it may be shown, masked contact points. */
export type MeasureNames = {
  kinds: Readonly<Record<string, FactorKind>>;
  points?: Readonly<Record<string, string>>;
};

/** One change in a few words. */
export const measureText = (t: CaseFileWords, measure: Measure, names: MeasureNames): string =>
  capital(measureWords(t, measure, names));

const measureWords = (
  t: CaseFileWords,
  measure: Measure,
  { kinds, points = {} }: MeasureNames,
): string => {
  switch (measure.kind) {
    case 'add-factor':
      return t('measures.add', { enrol: t(`factors.${measure.enrol}`) });
    case 'remove-factor':
      return t('measures.remove', { factor: factorWord(t, kinds[measure.factorId]) });
    case 'replace-factor': {
      const kind = kinds[measure.factorId];
      const factor = factorWord(t, kind);
      return kind === measure.enrol
        ? t('measures.replace', { factor })
        : t('measures.replaceBy', { factor, enrol: t(`factors.${measure.enrol}`) });
    }
    case 'change-contact-point': {
      const target = points[measure.contactPointId];
      return target
        ? t(`measures.changePointOf.${measure.point}`, { target })
        : t(`measures.changePoint.${measure.point}`);
    }
    case 'new-password':
      return t('measures.newPassword');
  }
};

export const measureNamesOf = ({ factors, points }: AccountView): MeasureNames => ({
  kinds: Object.fromEntries(factors.map(({ id, kind }) => [id, kind])),
  points: Object.fromEntries(points.map(({ id, masked }) => [id, masked])),
});

/** A factor as it can be told from another of its kind: `authenticator-app (Pixel)`. */
export const factorText = (
  t: CaseFileWords,
  { kind, label, to }: AccountView['factors'][number],
): string => {
  const more = label ?? to;
  return more ? `${t(`factors.${kind}`)} (${more})` : t(`factors.${kind}`);
};

/** What the ids in the events of this case stand for. */
export const namesIn = (t: CaseFileWords, { account, people }: CasePage): Names => ({
  staff: people,
  things: Object.fromEntries([
    ...account.points.map(({ id, masked }) => [id, masked]),
    ...account.factors.map((factor) => [factor.id, factorText(t, factor)]),
  ]),
});

const TONES: Record<CaseStatus, Tone> = {
  collecting: 'todo',
  'awaiting-approval': 'todo',
  waiting: 'wait',
  paused: 'wait',
  executing: 'wait',
  completed: 'done',
  solved: 'done',
  cancelled: 'quiet',
  declined: 'stop',
  vetoed: 'stop',
  expired: 'quiet',
  stuck: 'stop',
};

/** A masked number stays in one piece: half of it on the next line reads as two. */
export const unbroken = (text: string): string => text.replaceAll('• •', '•\u00a0•');

/** How a status is shown: a case that has only just been opened says so. */
export const statusShown = (
  t: CaseFileWords,
  status: CaseStatus,
  isNew: boolean,
): { tone: Tone; text: string } => ({
  tone: TONES[status],
  text: isNew ? t('statusNew') : t(`statuses.${status}`),
});

export const isEnded = (c: Case): boolean => c.endedAt !== undefined;

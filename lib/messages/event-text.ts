import type { ActorRef } from '../domain/access/roles';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import type { Step } from '../domain/case/case';
import type { SetUpKind } from '../domain/case/measure';
import type { IdentityCheck } from '../domain/case/proof';
import { formatDuration, formatInstant } from './format';
import type { Language } from './language';
import { refusalText } from './refusal-text';
import { type MessageArea, translator } from './translator';

/** What ids in events stand for. Contact points are given masked (R38). */
export type Names = {
  staff: Readonly<Record<string, string>>;
  /** Contact points and factors, as they may be shown. */
  things: Readonly<Record<string, string>>;
};

type Told = { language: Language; now: string; timeZone: string; names: Names };
const eventWords = (language: Language) => translator(language, 'events' satisfies MessageArea);

/** Who did it: a name, or how the account holder stood before us. */
export const actorText = (
  actor: ActorRef,
  { language, names }: Pick<Told, 'language' | 'names'>,
) => {
  const t = eventWords(language);
  if (actor.kind === 'staff') return names.staff[actor.id] ?? t('somebody');
  return actor.kind === 'holder' ? t(`holder.${actor.via}`) : t(`actor.${actor.kind}`);
};

/**
 * An event in words: what happened, and what it holds beside that. The same for the timeline of a case and the audit
 * log. Events hold ids, masked values and codes only, so there is nothing here that must not be read (R45).
 */
export const eventText = (
  event: Recorded<AuditEvent>,
  told: Told,
): { what: string; who: string; detail?: string } => {
  const detail = detailOf(event, told);
  return {
    what: eventWords(told.language)(`what.${event.type}`),
    who: actorText(event.actor, told),
    ...(detail ? { detail } : {}),
  };
};

const detailOf = (e: Recorded<AuditEvent>, told: Told): string | undefined => {
  const { language, names } = told;
  const t = eventWords(language);
  const roles = translator(language, 'shell');
  const staff = (id: string) => names.staff[id] ?? t('somebody');
  const thing = (id: string | undefined) => (id && names.things[id]) ?? t('something');
  const when = (at: string) => formatInstant(at, { ...told, locale: language, style: 'near' });
  const list = (ids: readonly string[]) => ids.map(thing).join(', ');
  const setUp = (kind: SetUpKind) => t(`setUp.${kind}`);
  const check = ({ mode, documentKind, place }: IdentityCheck) =>
    t('detail.check', {
      mode: t(`checks.${mode}`),
      document: t(`documents.${documentKind}`),
      place,
    });
  const via = (route: string | undefined) => (route ? `, ${t('detail.route', { route })}` : '');
  const voided = (ids: readonly string[]) =>
    ids.length > 0 ? t('detail.voided', { count: ids.length }) : undefined;
  switch (e.type) {
    case 'case-assigned':
      return t('detail.toStaff', { name: staff(e.staffId) });
    case 'runbook-finished':
      return t(e.helped ? 'detail.helped' : 'detail.notHelped');
    case 'measures-chosen':
    case 'plan-grew-heavier':
      return voided(e.voided);
    case 'loss-reported':
      return list(e.ids);
    case 'challenge-sent':
      return t('detail.proof', {
        proof: t(`proofs.${e.kind}`),
        target: thing(e.challenge.contactPointId),
      });
    case 'challenge-not-delivered':
      return thing(e.contactPointId);
    case 'code-refused':
      return `${thing(e.restsOn)}: ${t(`detail.codeRefused.${e.reason}`)}`;
    case 'proof-opened':
    case 'proof-given':
      if ('identityCheck' in e && e.identityCheck) return check(e.identityCheck);
      return e.restsOn
        ? t('detail.proof', { proof: t(`proofs.${e.kind}`), target: thing(e.restsOn) })
        : t(`proofs.${e.kind}`);
    case 'proofs-voided':
      return t(`detail.reason.${e.reason}`);
    case 'identity-checker-named':
      return staff(e.staffId);
    case 'identity-check-failed':
      return check(e.identityCheck);
    case 'approval-given':
      return e.renewal ? t('detail.renewal') : undefined;
    case 'approval-lapsed':
      return t(`detail.approvalLapsed.${e.reason}`);
    case 'notice-queued':
      return t('detail.notice', {
        notice: t(`notices.${e.notice.kind}`),
        target: thing(e.notice.contactPointId),
      });
    case 'notice-accepted':
      return thing(e.contactPointId) + via(e.route);
    case 'notice-refused':
      return thing(e.contactPointId);
    case 'wait-planned':
      return formatDuration(e.length, language);
    case 'wait-started':
    case 'suspension-set':
      return t('detail.until', { when: when(e.type === 'wait-started' ? e.endsAt : e.until) });
    case 'case-paused':
      return t(`detail.paused.${e.pause.reason}`);
    case 'code-not-asked':
      return t(`detail.notAsked.${e.about.kind}`);
    case 'not-asked-reported':
      return t(`detail.notAsked.${e.over}`);
    case 'case-resumed':
      return t(`detail.resumed.${e.by}`);
    case 'enrolment-opened':
      return [setUp(e.kind), t('detail.until', { when: when(e.closesAt) })].join(', ');
    case 'enrolment-started':
    case 'enrolment-confirmed':
      return e.kind && setUp(e.kind);
    case 'enrolment-code-sent':
      return [
        names.things[e.code.contactPointId] ?? t('detail.newPoint'),
        t(`detail.codeVia.${e.code.via}`),
      ].join(', ');
    case 'step-done':
      return changeText(language, e.change, names.things);
    case 'case-stuck':
      return t(`detail.stuck.${e.reason}`);
    case 'stuck-ended':
      return t(`detail.stuckEnded.${e.choice}`);
    case 'case-cancelled':
      return e.by === 'time' ? t('detail.cancelledByTime') : undefined;
    case 'case-vetoed':
      return t(`detail.vetoed.${e.afterCompletion ? 'after' : 'before'}`);
    case 'after-veto-decided':
      return t(`detail.afterVeto.${e.choice}`);
    case 'case-expired':
      return t(`detail.expired.${e.from}`);
    case 'organisation-created':
      return e.name;
    case 'staff-created':
      return staff(e.staffId);
    case 'membership-given':
    case 'membership-ended':
      return t('detail.role', { role: roles(`roles.${e.role}`), name: staff(e.staffId) });
    case 'policy-set':
      return t('detail.number', { number: String(e.version) });
    case 'accounts-imported':
      return t('detail.counts', { accepted: String(e.accepted), refused: String(e.refused) });
    case 'accounts-searched':
      return t('detail.found', { found: String(e.found) });
    case 'holder-signed-in':
      return t(`detail.signedIn.${e.outcome}`);
    case 'session-ended':
    case 'holder-session-ended':
      return t(`detail.sessionEnded.${e.reason}`);
    case 'contact-invited':
      return t(`detail.contactBy.${e.by}`);
    case 'contact-accepted':
      return t('detail.until', { when: when(e.countsFrom) });
    case 'contact-reminded':
      return t(`detail.contactReminded.${e.of}`);
    case 'contact-ended':
      return t(`detail.contactEnd.${e.end}`);
    case 'message-sent':
      return t(`notices.${e.letter}`) + via(e.route);
    case 'job-failed':
      return t('detail.job', { job: e.job, error: e.error });
    case 'denied':
      return `${e.action}: ${deniedText(e.code, told)}`;
    default:
      return undefined;
  }
};

/** One change of the directory. */
export const changeText = (
  language: Language,
  change: Step['change'],
  things: Names['things'],
): string => {
  const t = eventWords(language);
  if ('factorId' in change)
    return t(`changes.${change.kind}`, { factor: things[change.factorId] ?? t('something') });
  if ('contactPointId' in change)
    return t(`changes.${change.kind}`, {
      target: things[change.contactPointId] ?? t('detail.newPoint'),
    });
  return t(`changes.${change.kind}`);
};

const deniedText = (code: string, { language, now, timeZone }: Told): string =>
  refusalText({ refused: code as Parameters<typeof refusalText>[0]['refused'] }, language, {
    now,
    timeZone,
  }) ?? code;

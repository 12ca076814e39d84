import { type ContactPoint, onFile } from '../domain/account/account';
import type { Case, Step } from '../domain/case/case';
import type { CaseCommand, Effect } from '../domain/case/command';
import type { Proof } from '../domain/case/proof';
import { type Duration, seconds } from '../domain/time';
import type { Going } from '../ports/directory';
import type { ChannelName, Delivery, NotAskedLink } from '../ports/messages';
import type { CaseRead, EffectJob, OwnEffectJob } from '../ports/store';
import { tellAboutContact } from './contact/tell-contact';
import { commitCase, type Ports, systemOf } from './gate';
import { notAskedLinks } from './not-asked/links';
import { noteSignIn } from './own/note-sign-in';
import { tellOwner } from './own/tell-owner';
import { passOn } from './report-delivery';
import { retryAfter } from './retry-after';
import { tellEnrolment } from './tell-enrolment';

/**
 * Longer than a slow mail server takes as a rule. After a crash the effect is free again when this has passed; where a
 * server took longer still, the same message goes out twice, with the same id.
 */
const LEASE: Duration = seconds(30);

/** Carries one effect out. Messages at least once with the same id; directory changes at most once (design.md §2). */
export const performEffect = async (ports: Ports, effectId: string): Promise<void> => {
  const job = await ports.store.claimEffect(effectId, LEASE);
  if (!job) return;
  if (!('caseId' in job)) return performOwn(ports, job);
  const { effect } = job;
  if (effect.kind === 'step') return performStep(ports, job, effect);
  const read = await ports.store.read(systemOf(job.organisationId), { caseId: job.caseId });
  if (!read?.case) return ports.store.finishEffect(effectId, job.organisationId);
  if (effect.kind === 'send-enrolment-code')
    return tellEnrolment(ports, job, effect, { ...read, case: read.case });
  if (effect.kind === 'ask-contact') return mailQuestion(ports, job, effect, read.case);
  return effect.kind === 'tell-staff'
    ? tellStaff(ports, job, effect, read, read.case)
    : tellHolder(ports, job, effect, read, read.case);
};

const performOwn = async (ports: Ports, job: OwnEffectJob): Promise<void> => {
  const { effect, organisationId } = job;
  if (effect.kind !== 'note-sign-in') return tellOwner(ports, { ...job, effect });
  const { refused } = await noteSignIn(ports, systemOf(organisationId), effect);
  // A case that is not there any more, or not this account's, has nothing to hear.
  if (refused) await ports.store.finishEffect(effect.id, organisationId);
};

/** A question that was answered, or whose case went on without it, is not asked any more (R40). */
const mailQuestion = (
  ports: Ports,
  { caseId, ...job }: EffectJob,
  { id, contactId, proofId }: Extract<Effect, { kind: 'ask-contact' }>,
  c: Case,
): Promise<void> => {
  const proof = c.proofs.find((one) => one.id === proofId);
  if (c.status !== 'collecting' || proof?.status !== 'open')
    return ports.store.finishEffect(id, job.organisationId);
  const asked = { caseId, proofId };
  const effect = { kind: 'tell-contact', id, contactId, mail: 'question', asked } as const;
  return tellAboutContact(ports, { ...job, effect });
};

/** The factors, and whatever else, that this case gave. */
const setUpIds = (enrolment: Case['enrolment']): string[] =>
  [...(enrolment?.done ?? []).map(({ id }) => id), enrolment?.factorId].filter(
    (id) => id !== undefined,
  );

/** What has to be gone at the end of this case; who signs in again after it was ended may stay. */
const goingOf = ({ plan, steps, enrolment }: Case): Going => {
  const doneAt = (kind: Step['change']['kind']) =>
    steps.find((s) => s.change.kind === kind && s.doneAt)?.doneAt;
  const [devices, sessions] = [doneAt('revoke-devices'), doneAt('end-sessions')];
  return {
    factorIds: plan?.going.factorIds ?? [],
    contactPointIds: plan?.going.contactPointIds ?? [],
    backupCodes: plan?.going.backupCodes ?? false,
    newFactorIds: setUpIds(enrolment),
    devices: devices ? { before: devices } : {},
    sessions: sessions ? { before: sessions } : {},
  };
};

const performStep = async (
  ports: Ports,
  job: EffectJob,
  { stepId, id }: Extract<Effect, { kind: 'step' }>,
): Promise<void> => {
  const caller = systemOf(job.organisationId);
  const target = { caseId: job.caseId };
  const commit = (command: CaseCommand, finishes?: string) =>
    commitCase(ports, caller, target, command, finishes);
  const read = await ports.store.read(caller, target);
  const step = read?.case?.steps.find((s) => s.id === stepId);
  if (!read?.case || !step) return ports.store.finishEffect(id, job.organisationId);
  if (step.change.kind === 'read-back') {
    const left = await ports.directory.readBack(caller, job.accountId, goingOf(read.case));
    await commit({ type: 'report-read-back', stepId, left }, id);
    return;
  }
  if (ports.directory.transactional) {
    await commit({ type: 'perform-step', stepId }, id);
    return;
  }
  const claimed = await commit({ type: 'claim-step', stepId });
  if ('refused' in claimed || claimed.case.status === 'stuck')
    return ports.store.finishEffect(id, job.organisationId);
  const outcome = await ports.directory
    .perform(job.accountId, step.change)
    .catch(() => 'unknown' as const);
  await commit({ type: 'report-step', stepId, outcome }, id);
};

/** A number is called when the newest code of its proof is to be heard; every other message to it is an SMS. */
const channelOf = (point: ContactPoint, proof: Proof | undefined): ChannelName => {
  if (point.kind === 'email') return 'mail';
  return proof?.kind === 'voice-challenge' ? 'voice' : 'sms';
};

/** Of a message with a code; a call has no place for it, and says where to turn (decision 0010). */
const notAskedOf = async (
  ports: Ports,
  { organisationId, accountId, caseId }: EffectJob,
  effect: Extract<Effect, { kind: 'send-code' | 'send-notice' }>,
  channel: ChannelName,
): Promise<NotAskedLink | undefined> => {
  if (effect.kind !== 'send-code' || channel === 'voice') return undefined;
  const { proofId, challengeId, number, contactPointId } = effect;
  return notAskedLinks(ports, {
    organisationId,
    accountId,
    contactPointId,
    about: { kind: 'challenge', caseId, proofId, challengeId },
    id: challengeId,
    number,
  });
};

const tellHolder = async (
  ports: Ports,
  job: EffectJob,
  effect: Extract<Effect, { kind: 'send-code' | 'send-notice' }>,
  read: CaseRead,
  c: Case,
): Promise<void> => {
  const { store, secrets, courier } = ports;
  const points = effect.kind === 'send-code' ? onFile(read.account) : read.account.contactPoints;
  const point = points.find((p) => p.id === effect.contactPointId);
  const proof =
    effect.kind === 'send-code' ? c.proofs.find((p) => p.id === effect.proofId) : undefined;
  const dead =
    effect.kind === 'send-code' &&
    (proof?.challenge?.id !== effect.challengeId || proof.challenge.expiresAt <= read.now);
  // A code that is no longer the newest, or too old, opens nothing: sending it would only confuse.
  if (!point || dead) return store.finishEffect(effect.id, job.organisationId);
  if (effect.kind === 'send-notice') {
    const of = { purpose: 'veto' as const, id: effect.noticeId, number: 0 };
    await store.addLinks(
      [secrets.linkToken(of), secrets.linkCode(of).replaceAll('-', '')].map((presented) => ({
        hash: secrets.hash(presented),
        organisationId: job.organisationId,
        caseId: c.id,
        contactPointId: point.id,
        noticeId: effect.noticeId,
        purpose: 'veto' as const,
      })),
    );
  }
  const channel = channelOf(point, proof);
  const notAsked = await notAskedOf(ports, job, effect, channel);
  const delivery = await courier.deliver({
    id: effect.id,
    effect,
    now: read.now,
    case: c,
    account: read.account,
    organisation: read.organisation,
    locale: read.account.locale,
    to: { channel, address: point.address },
    ...(notAsked ? { notAsked } : {}),
  });
  if (delivery.outcome === 'failed') return postpone(ports, job, delivery.reason);
  const about =
    effect.kind === 'send-notice'
      ? { notice: effect.noticeId }
      : { proofId: effect.proofId, challengeId: effect.challengeId, number: effect.number };
  await commitCase(
    ports,
    systemOf(job.organisationId),
    { caseId: c.id },
    {
      type: 'report-message',
      about,
      outcome: delivery.outcome,
      route: delivery.route,
      ...(delivery.outcome === 'refused' ? { reason: delivery.reason } : {}),
    },
    effect.id,
  );
  // It may have come back before this was noted.
  if (delivery.outcome === 'accepted' && delivery.attempt)
    await passOn(ports, job.organisationId, delivery.attempt);
};

const tellStaff = async (
  ports: Ports,
  job: EffectJob,
  effect: Extract<Effect, { kind: 'tell-staff' }>,
  read: CaseRead,
  c: Case,
): Promise<void> => {
  const failed: Delivery[] = [];
  for (const staff of await ports.store.staffToTell(job.organisationId)) {
    const delivery = await ports.courier.deliver({
      id: `${effect.id}.${staff.staffId}`,
      effect,
      now: read.now,
      case: c,
      account: read.account,
      organisation: read.organisation,
      locale: staff.locale,
      to: { channel: 'mail', address: staff.address },
    });
    if (delivery.outcome === 'failed') failed.push(delivery);
  }
  const first = failed[0];
  if (first?.outcome === 'failed') return postpone(ports, job, first.reason);
  return ports.store.finishEffect(effect.id, job.organisationId);
};

const postpone = (ports: Ports, job: EffectJob, reason: string): Promise<void> =>
  ports.store.postponeEffect(job.effect.id, job.organisationId, retryAfter(job.attempts), reason);

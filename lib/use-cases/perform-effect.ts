import { onFile } from '../domain/account/account';
import type { Case } from '../domain/case/case';
import type { CaseCommand, Effect } from '../domain/case/command';
import { type Duration, minutes, seconds } from '../domain/time';
import type { CaseRead, Delivery, EffectJob } from '../ports';
import { commitCase, type Ports, systemOf } from './gate';

/**
 * Longer than a slow mail server takes as a rule. After a crash the effect is free again when this has passed; where a
 * server took longer still, the same message goes out twice, with the same id.
 */
const LEASE: Duration = seconds(30);

/** A network that is down is asked again after 5 s, then longer, at most every five minutes. */
const retryAfter = (attempts: number): Duration =>
  Math.min(seconds(5) * 2 ** Math.min(attempts, 10), minutes(5));

/** Carries one effect out. Messages at least once with the same id; directory changes at most once (design.md §2). */
export const performEffect = async (ports: Ports, effectId: string): Promise<void> => {
  const job = await ports.store.claimEffect(effectId, LEASE);
  if (!job) return;
  const { effect } = job;
  if (effect.kind === 'step') return performStep(ports, job, effect);
  const read = await ports.store.read(systemOf(job.organisationId), { caseId: job.caseId });
  if (!read?.case) return ports.store.finishEffect(effectId, job.organisationId);
  return effect.kind === 'tell-staff'
    ? tellStaff(ports, job, effect, read, read.case)
    : tellHolder(ports, job, effect, read, read.case);
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
    const going = read.case.plan?.going;
    const left = await ports.directory.readBack(caller, job.accountId, {
      factorIds: going?.factorIds ?? [],
      backupCodes: going?.backupCodes ?? false,
      devices: true,
      sessions: true,
    });
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

const channelOf = (kind: 'email' | 'phone') =>
  (kind === 'email' ? 'mail' : 'sms') as 'mail' | 'sms';

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
  const delivery = await courier.deliver({
    id: effect.id,
    effect,
    now: read.now,
    case: c,
    account: read.account,
    organisation: read.organisation,
    locale: read.account.locale,
    to: { channel: channelOf(point.kind), address: point.address },
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

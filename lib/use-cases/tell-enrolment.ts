import { onFile } from '../domain/account/account';
import type { Case, EnrolmentCode } from '../domain/case/case';
import type { Effect } from '../domain/case/command';
import type { ChannelName } from '../ports/messages';
import type { CaseRead, EffectJob } from '../ports/store';
import { type Ports, systemOf } from './gate';
import { notAskedLinks } from './not-asked/links';
import { passOn } from './report-delivery';
import { retryAfter } from './retry-after';

const CHANNEL: Record<EnrolmentCode['via'], ChannelName> = {
  sms: 'sms',
  voice: 'voice',
  'email-code': 'mail',
};

/** Sends the code that confirms a number or mailbox which a case gives. A dead code is not sent. */
export const tellEnrolment = async (
  ports: Ports,
  { organisationId, accountId, caseId, attempts }: EffectJob,
  effect: Extract<Effect, { kind: 'send-enrolment-code' }>,
  read: CaseRead & { case: Case },
): Promise<void> => {
  const { store, courier } = ports;
  const code = read.case.enrolment?.code;
  const { codeId, number, contactPointId } = effect;
  const newest = code?.id === codeId && code.number === number && code.expiresAt > read.now;
  const address =
    onFile(read.account).find(({ id }) => id === contactPointId)?.address ??
    (await store.caseSetting(systemOf(organisationId), contactPointId));
  if (!newest || !address) return store.finishEffect(effect.id, organisationId);
  const channel = CHANNEL[code.via];
  const about = { kind: 'enrolment' as const, caseId, codeId };
  const link = { organisationId, accountId, contactPointId, about, id: codeId, number };
  const delivery = await courier.deliver({
    id: effect.id,
    effect,
    now: read.now,
    case: read.case,
    account: read.account,
    organisation: read.organisation,
    locale: read.account.locale,
    to: { channel, address },
    ...(channel === 'voice' ? {} : { notAsked: await notAskedLinks(ports, link) }),
  });
  if (delivery.outcome === 'failed')
    return store.postponeEffect(effect.id, organisationId, retryAfter(attempts), delivery.reason);
  await store.finishEffect(effect.id, organisationId);
  if (delivery.outcome === 'accepted' && delivery.attempt)
    await passOn(ports, organisationId, delivery.attempt);
};

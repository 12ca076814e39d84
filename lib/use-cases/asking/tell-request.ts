import { onFile } from '../../domain/account/account';
import type { OwnEffect } from '../../domain/account/own/command';
import { isStanding } from '../../domain/asking/request';
import type { RequestRead } from '../../ports/requests';
import type { OwnEffectJob } from '../../ports/store';
import { type Ports, systemOf } from '../gate';
import { notAskedLinks } from '../not-asked/links';
import { passOn } from '../report-delivery';
import { retryAfter } from '../retry-after';

type RequestEffect = Extract<OwnEffect, { kind: 'send-request-code' }>;

/** Whether this code still opens anything: the newest of a request that stands, in its time. */
const lives = ({ number }: RequestEffect, { request, now }: RequestRead): boolean =>
  request !== undefined &&
  request.number === number &&
  isStanding(request, now) &&
  request.expiresAt > now;

/** Sends the code of a request to the contact point on file that was chosen for it. A dead code is not sent. */
export const tellRequest = async (
  ports: Ports,
  { organisationId, accountId, attempts }: OwnEffectJob,
  effect: RequestEffect,
): Promise<void> => {
  const { store, requests, courier } = ports;
  const { requestId, contactPointId, number } = effect;
  const read = await requests.read(systemOf(organisationId), { accountId, requestId });
  const point = read && onFile(read.account).find(({ id }) => id === contactPointId);
  if (!point || !read.request || !lives(effect, read))
    return store.finishEffect(effect.id, organisationId);
  const { now, account, organisation, request } = read;
  const delivery = await courier.deliverOwn({
    id: effect.id,
    effect,
    now,
    account,
    organisation,
    symptom: request.symptom,
    digits: request.digits,
    expiresAt: request.expiresAt,
    to: { channel: point.kind === 'email' ? 'mail' : 'sms', address: point.address },
    notAsked: await notAskedLinks(ports, {
      organisationId,
      accountId,
      contactPointId,
      about: { kind: 'request', requestId },
      id: requestId,
      number,
    }),
  });
  if (delivery.outcome === 'failed')
    return store.postponeEffect(effect.id, organisationId, retryAfter(attempts), delivery.reason);
  await store.finishEffect(effect.id, organisationId);
  // It may have come back before this was noted.
  if (delivery.outcome === 'accepted' && delivery.attempt)
    await passOn(ports, organisationId, delivery.attempt);
};

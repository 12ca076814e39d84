import { onFile } from '../../domain/account/account';
import type { OwnEffect } from '../../domain/account/own/command';
import type { Confirming } from '../../domain/account/own/own';
import type { OwnRead } from '../../ports/holders';
import type { ChannelName } from '../../ports/messages';
import type { OwnEffectJob } from '../../ports/store';
import { type Ports, systemOf } from '../gate';
import { notAskedLinks } from '../not-asked/links';
import { retryAfter } from '../retry-after';

const CHANNEL: Record<Confirming['via'], ChannelName> = {
  sms: 'sms',
  voice: 'voice',
  'email-code': 'mail',
};

type ConfirmingEffect = Extract<OwnEffect, { kind: 'send-confirming-code' }>;

/** The code under way in this session, if it is still this one and may still be answered. */
const alive = (effect: ConfirmingEffect, { own, now }: OwnRead): Confirming | undefined => {
  const confirming = own.sessions.find(({ id }) => id === effect.sessionId)?.confirming;
  const newest = confirming?.id === effect.codeId && confirming.number === effect.number;
  return newest && confirming.expiresAt > now ? confirming : undefined;
};

const addressOf = ({ change, anew }: Confirming, { account }: OwnRead): string | undefined => {
  if (change?.kind === 'add-contact-point') return change.point.address;
  const of = change?.kind === 'add-factor' ? change.factor.contactPointId : anew;
  return onFile(account).find(({ id }) => id === of)?.address;
};

/** Sends the code that confirms a number, a mailbox or a factor over one of them. A dead code is not sent. */
export const tellConfirming = async (
  ports: Ports,
  { organisationId, accountId, attempts }: OwnEffectJob,
  effect: ConfirmingEffect,
): Promise<void> => {
  const { store, holders, courier } = ports;
  const read = await holders.read(systemOf(organisationId), { accountId });
  const confirming = read && alive(effect, read);
  const address = confirming && addressOf(confirming, read);
  if (!address) return store.finishEffect(effect.id, organisationId);
  const channel = CHANNEL[confirming.via];
  const { sessionId, codeId, number, contactPointId } = effect;
  const notAsked =
    channel === 'voice'
      ? undefined
      : await notAskedLinks(ports, {
          organisationId,
          accountId,
          ...(contactPointId ? { contactPointId } : {}),
          about: { kind: 'confirming', sessionId, codeId },
          id: codeId,
          number,
        });
  const delivery = await courier.deliverOwn({
    id: effect.id,
    effect,
    now: read.now,
    account: read.account,
    organisation: read.organisation,
    digits: read.policy.codeDigits,
    to: { channel, address },
    expiresAt: confirming.expiresAt,
    ...(notAsked ? { notAsked } : {}),
  });
  if (delivery.outcome !== 'failed') return store.finishEffect(effect.id, organisationId);
  return store.postponeEffect(effect.id, organisationId, retryAfter(attempts), delivery.reason);
};

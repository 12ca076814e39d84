import { type ContactPoint, onFile } from '../../domain/account/account';
import { CODES_GO_OUT_WITHIN, setOfCodes } from '../../domain/account/own/codes-by-sms';
import type { OwnEffect, OwnMessage } from '../../domain/account/own/command';
import { toldPoints } from '../../domain/account/own/telling';
import { between } from '../../domain/time';
import type { OwnRead } from '../../ports/holders';
import type { ChannelName, NotAskedLink } from '../../ports/messages';
import type { OwnEffectJob } from '../../ports/store';
import { tellRequest } from '../asking/tell-request';
import { tellAboutContact } from '../contact/tell-contact';
import { type Ports, systemOf } from '../gate';
import { notAskedLinks } from '../not-asked/links';
import { passOn } from '../report-delivery';
import { retryAfter } from '../retry-after';
import { tellConfirming } from './tell-confirming';

const CHANNEL: Record<'sms' | 'voice' | 'email-code', ChannelName> = {
  sms: 'sms',
  voice: 'voice',
  'email-code': 'mail',
};

/** When the code of this effect dies; undefined for one that is dead: no longer the newest, used, or too old. */
const codeLives = (
  effect: Extract<OwnEffect, { kind: 'send-sign-in-code' }>,
  { ticket, now }: OwnRead,
): string | undefined => {
  const code = ticket?.code;
  if (!ticket || ticket.used || code?.id !== effect.codeId || code.number !== effect.number)
    return undefined;
  return code.expiresAt > now ? code.expiresAt : undefined;
};

/** Of a set that was replaced, or that could not be sent for long, no codes go out any more. */
const codesStand = (
  { factorId }: Extract<OwnEffect, { kind: 'send-backup-codes' }>,
  { account, now }: OwnRead,
): boolean => {
  const set = setOfCodes(account, factorId);
  return set !== undefined && between(set.addedAt, now) < CODES_GO_OUT_WITHIN;
};

/** A code goes only to what is on file now; of a change hears also who was taken off lately (R37). */
const pointsFor = (effect: OwnMessage, { account, now }: OwnRead): ContactPoint[] =>
  effect.kind === 'tell-account' ? toldPoints(account, now) : onFile(account);

/** Of a change that waits, the link with which whoever gets the message says no to the case that it rests on. */
const addVetoLinks = async (
  { store, secrets }: Ports,
  { organisationId }: OwnEffectJob,
  effect: Extract<OwnEffect, { kind: 'tell-account' }>,
): Promise<void> => {
  const { letter, id, contactPointId } = effect;
  if (letter.about !== 'change-waits') return;
  const of = { purpose: 'veto' as const, id, number: 0 };
  await store.addLinks(
    [secrets.linkToken(of), secrets.linkCode(of).replaceAll('-', '')].map((presented) => ({
      hash: secrets.hash(presented),
      organisationId,
      caseId: letter.caseId,
      contactPointId,
      noticeId: id,
      purpose: 'veto' as const,
    })),
  );
};

/** "I did not ask for this", beside a code (R43). A call has no place for it (decision 0010). */
const notAskedOf = async (
  ports: Ports,
  { organisationId, accountId }: OwnEffectJob<OwnMessage>,
  effect: OwnMessage,
  channel: ChannelName,
): Promise<NotAskedLink | undefined> => {
  const owner = { organisationId, accountId };
  if (effect.kind === 'send-backup-codes') {
    const { factorId, contactPointId } = effect;
    const about = { kind: 'backup-codes', factorId } as const;
    return notAskedLinks(ports, { ...owner, contactPointId, about, id: factorId, number: 1 });
  }
  if (effect.kind !== 'send-sign-in-code' || channel === 'voice') return undefined;
  const { ticketHash, codeId, number, contactPointId } = effect;
  const about = { kind: 'sign-in', ticketHash, codeId } as const;
  return notAskedLinks(ports, { ...owner, contactPointId, about, id: codeId, number });
};

/** Sends one message that belongs to no case: at least once, with the same id. A dead code is not sent. */
export const tellOwner = async (ports: Ports, job: OwnEffectJob<OwnMessage>): Promise<void> => {
  const { store, holders, courier } = ports;
  const { effect, organisationId, accountId, attempts } = job;
  if (effect.kind === 'send-request-code') return tellRequest(ports, job, effect);
  if (effect.kind === 'send-confirming-code') return tellConfirming(ports, job, effect);
  if (effect.kind === 'tell-contact' || effect.kind === 'tell-of-contact')
    return tellAboutContact(ports, { ...job, effect });
  const ticketHash = effect.kind === 'send-sign-in-code' ? effect.ticketHash : undefined;
  const target = { accountId, ...(ticketHash ? { ticketHash } : {}) };
  const read = await holders.read(systemOf(organisationId), target);
  const point = read && pointsFor(effect, read).find(({ id }) => id === effect.contactPointId);
  const expiresAt =
    read && effect.kind === 'send-sign-in-code' ? codeLives(effect, read) : undefined;
  const tooLate = effect.kind === 'send-backup-codes' && read && !codesStand(effect, read);
  if (!point || tooLate || (effect.kind === 'send-sign-in-code' && !expiresAt))
    return store.finishEffect(effect.id, organisationId);
  if (effect.kind === 'tell-account') await addVetoLinks(ports, job, effect);
  const byPoint = point.kind === 'email' ? 'mail' : 'sms';
  const channel = effect.kind === 'send-sign-in-code' ? CHANNEL[effect.via] : byPoint;
  const notAsked = await notAskedOf(ports, job, effect, channel);
  const delivery = await courier.deliverOwn({
    id: effect.id,
    effect,
    now: read.now,
    account: read.account,
    organisation: read.organisation,
    digits: read.policy.codeDigits,
    to: { channel, address: point.address },
    ...(expiresAt ? { expiresAt } : {}),
    ...(notAsked ? { notAsked } : {}),
  });
  if (delivery.outcome !== 'failed') {
    await store.finishEffect(effect.id, organisationId);
    if (delivery.outcome === 'accepted' && delivery.attempt)
      await passOn(ports, organisationId, delivery.attempt);
    return;
  }
  return store.postponeEffect(effect.id, organisationId, retryAfter(attempts), delivery.reason);
};

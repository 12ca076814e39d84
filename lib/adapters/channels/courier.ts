import type { Account } from '../../domain/account/account';
import { BACKUP_CODES } from '../../domain/account/own/signing-in';
import { namedMeasures } from '../../domain/case/named-measure';
import { isChallenge } from '../../domain/case/proof';
import { contactLetterOf } from '../../letters/contact-letter-of';
import type { Letter, NotAsked, Veto } from '../../letters/letter';
import { type About, everywhere, minutesLeft, noticeOf } from '../../letters/letter-of';
import { renderMail, renderSms } from '../../letters/render';
import type {
  Attempts,
  ChannelName,
  Courier,
  Delivery,
  MessageChannel,
  MessageJob,
  OutgoingMessage,
  OwnMessageJob,
} from '../../ports/messages';
import type { CodeOf, Secrets } from '../../ports/secrets';

/**
 * Writes each message in the form of its channel and hands it over. Codes and links are derived here,
 * at the moment of sending, and kept nowhere (R13, R45); links begin with the public address (R48).
 */
export function createCourier({
  mail,
  sms,
  voice,
  attempts,
  secrets,
  publicUrl,
  caseUrl,
}: {
  mail: MessageChannel;
  sms: MessageChannel;
  voice: MessageChannel;
  attempts: Pick<Attempts, 'lastRoute'>;
  secrets: Pick<Secrets, 'code' | 'linkToken' | 'linkCode'>;
  publicUrl: string;
  /** Where the desk shows a case, for letters to staff. */
  caseUrl(caseId: string): string;
}): Courier {
  const vetoOf = (noticeId: string): Veto => {
    const of = { purpose: 'veto', id: noticeId, number: 0 } as const;
    const page = `${publicUrl}/veto`;
    return { page, url: `${page}#${secrets.linkToken(of)}`, code: secrets.linkCode(of) };
  };

  /** Recovery contacts, and what is told of them: one page for every link, which says itself what it is about. */
  const contactLink = (purpose: 'contact' | 'contact-stop', id: string): Veto => {
    const of = { purpose, id, number: 0 };
    const page = `${publicUrl}/contact`;
    return { page, url: `${page}#${secrets.linkToken(of)}`, code: secrets.linkCode(of) };
  };

  /** No code leaves the desk without the way to say "I did not ask for this"; a call says it in words (R43). */
  const notAskedOf = ({ to, notAsked }: MessageJob | OwnMessageJob): NotAsked => {
    if (to.channel === 'voice') return 'by-helpdesk';
    if (!notAsked) throw new Error('a code without a way to say that nobody asked for it');
    const page = `${publicUrl}/not-asked`;
    return { page, url: `${page}#${notAsked.token}`, code: notAsked.code };
  };

  /** The set as its owner saw it once: derived, as everywhere. */
  const backupCodesOf = (factorId: string): string[] =>
    Array.from({ length: BACKUP_CODES }, (_, i) =>
      secrets.linkCode({ purpose: 'backup-code', id: factorId, number: i + 1 }),
    );

  function letterOf(job: MessageJob): Letter {
    const { effect, case: c, now } = job;
    const about: About = { ...job, language: job.locale };
    if (effect.kind === 'tell-staff') {
      return { ...everywhere(about), kind: effect.letter, deskUrl: caseUrl(c.id) };
    }
    if (effect.kind === 'send-notice') {
      const notice = c.notices.find(({ id }) => id === effect.noticeId);
      if (!notice) throw new Error('a notice that the case does not know');
      return noticeOf(notice, about, vetoOf(notice.id));
    }
    if (effect.kind === 'ask-contact') throw new Error('a question is no letter of the case');
    if (effect.kind === 'send-enrolment-code') {
      const code = c.enrolment?.code;
      if (code?.id !== effect.codeId) throw new Error('a code that the case does not know');
      const { id, number, digits, expiresAt } = code;
      return {
        ...everywhere(about),
        kind: 'confirming-code',
        adds: code.restsOn === code.contactPointId ? 'factor' : 'contact-point',
        code: secrets.code({ purpose: 'enrolment', id, number, digits }),
        minutes: minutesLeft(now, expiresAt),
        notAsked: notAskedOf(job),
      };
    }
    const proof = c.proofs.find(({ id }) => id === effect.proofId);
    if (!proof?.challenge) throw new Error('a code for a proof that the case does not know');
    const { digits, readingOutAllowed = false } = proof.challenge;
    const { challengeId: id, number } = effect;
    return {
      ...everywhere(about),
      measures: namedMeasures(c.measures, job.account),
      kind: 'code',
      code: secrets.code({ purpose: purposeOf(proof.kind), id, number, digits }),
      minutes: minutesLeft(now, proof.challenge.expiresAt),
      notAsked: notAskedOf(job),
      readingOutAllowed,
    };
  }

  /** A code that was asked for again begins with the route after the one that took it before. */
  async function addressed(
    { id, to, effect, account }: MessageJob | OwnMessageJob,
    locale: Account['locale'],
    caseId?: string,
  ): Promise<Omit<OutgoingMessage, 'subject' | 'text'>> {
    const { organisationId } = account;
    const contactPointId = 'contactPointId' in effect ? effect.contactPointId : undefined;
    const again = 'number' in effect && effect.number > 1;
    const after =
      again && contactPointId
        ? await attempts.lastRoute({ organisationId, contactPointId, channel: to.channel })
        : undefined;
    return {
      id,
      to: to.address,
      locale,
      ...(after ? { after } : {}),
      of: {
        organisationId,
        accountId: account.id,
        ...(caseId ? { caseId } : {}),
        ...(contactPointId ? { contactPointId } : {}),
        effectId: effect.id,
      },
    };
  }

  function ownLetterOf(job: OwnMessageJob): Letter {
    const { effect, now, account, organisation, expiresAt, digits } = job;
    const { name, timeZone } = organisation;
    const base = { language: account.locale, organisation: name, timeZone, now };
    if (effect.kind === 'tell-contact' || effect.kind === 'tell-of-contact')
      return contactLetterOf(effect, { base, account, publicUrl, linkOf: contactLink });
    if (effect.kind === 'tell-account')
      return {
        ...base,
        kind: 'own-notice',
        what: effect.letter,
        accountUrl: `${publicUrl}/account`,
        ...(effect.letter.about === 'change-waits' ? { veto: vetoOf(effect.id) } : {}),
      };
    if (effect.kind === 'send-confirming-code')
      return {
        ...base,
        kind: 'confirming-code',
        adds: effect.anew ? 'anew' : effect.contactPointId ? 'factor' : 'contact-point',
        code: secrets.code({
          purpose: 'own-confirm',
          id: effect.codeId,
          number: effect.number,
          digits,
        }),
        minutes: minutesLeft(now, expiresAt ?? now),
        notAsked: notAskedOf(job),
      };
    if (effect.kind === 'send-backup-codes')
      return {
        ...base,
        kind: 'backup-codes',
        codes: backupCodesOf(effect.factorId),
        notAsked: notAskedOf(job),
      };
    if (effect.kind === 'send-request-code') {
      const { requestId: id, number } = effect;
      return {
        ...base,
        kind: 'request-code',
        symptom: job.symptom ?? 'other',
        code: secrets.code({ purpose: 'request', id, number, digits }),
        minutes: minutesLeft(now, expiresAt ?? now),
        notAsked: notAskedOf(job),
      };
    }
    const { codeId: id, number } = effect;
    return {
      ...base,
      kind: 'sign-in-code',
      code: secrets.code({ purpose: 'sign-in', id, number, digits }),
      minutes: minutesLeft(now, expiresAt ?? now),
      notAsked: notAskedOf(job),
    };
  }

  const send = async (
    channel: ChannelName,
    message: Pick<OutgoingMessage, 'id' | 'to' | 'of' | 'locale' | 'after'>,
    letter: Letter,
  ): Promise<Delivery> => {
    const timed = { ...message, ...minutesOf(letter) };
    if (channel === 'mail') return mail.send({ ...timed, ...(await renderMail(letter)) });
    // What is heard is as short as an SMS; the code in it is read out digit by digit.
    const short = channel === 'voice' ? voice : sms;
    return short.send({ ...timed, subject: '', text: renderSms(letter) });
  };

  return {
    deliver: async (job) =>
      send(job.to.channel, await addressed(job, job.locale, job.case.id), letterOf(job)),
    deliverOwn: async (job) =>
      send(job.to.channel, await addressed(job, job.account.locale), ownLetterOf(job)),
  };
}

const minutesOf = (letter: Letter): { minutes?: number } =>
  'minutes' in letter ? { minutes: letter.minutes } : {};

function purposeOf(kind: string): CodeOf['purpose'] {
  if (isChallenge(kind)) return kind;
  throw new Error(`no code belongs to a proof of kind ${kind}`);
}

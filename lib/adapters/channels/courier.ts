import type { Letter, Veto } from '../../letters/letter';
import { type About, everywhere, measuresOf, minutesLeft, noticeOf } from '../../letters/letter-of';
import { renderMail, renderSms } from '../../letters/render';
import type { CodeOf, Courier, MessageChannel, MessageJob, Secrets } from '../../ports';

/**
 * Writes each message in the form of its channel and hands it over. Codes and links are derived here,
 * at the moment of sending, and kept nowhere (R13, R45); links begin with the public address (R48).
 */
export function createCourier({
  mail,
  sms,
  secrets,
  publicUrl,
  caseUrl,
}: {
  mail: MessageChannel;
  sms: MessageChannel;
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
    const proof = c.proofs.find(({ id }) => id === effect.proofId);
    if (!proof?.challenge) throw new Error('a code for a proof that the case does not know');
    const { digits, readingOutAllowed = false } = proof.challenge;
    const { challengeId: id, number } = effect;
    return {
      ...everywhere(about),
      measures: measuresOf(about),
      kind: 'code',
      code: secrets.code({ purpose: purposeOf(proof.kind), id, number, digits }),
      minutes: minutesLeft(now, proof.challenge.expiresAt),
      readingOutAllowed,
    };
  }

  return {
    async deliver(job) {
      const letter = letterOf(job);
      const { id, to } = job;
      return to.channel === 'mail'
        ? mail.send({ id, to: to.address, ...(await renderMail(letter)) })
        : sms.send({ id, to: to.address, subject: '', text: renderSms(letter) });
    },
  };
}

function purposeOf(kind: string): CodeOf['purpose'] {
  if (kind === 'email-challenge' || kind === 'sms-challenge') return kind;
  throw new Error(`no code belongs to a proof of kind ${kind}`);
}

import { sentLastHour } from '../account/guard';
import { QUESTION_LIFE } from '../account/recovery-contact';
import { vouch as judge } from '../account/vouch';
import type { CaseEvent } from '../audit/event';
import { hours, plus } from '../time';
import type { Case } from './case';
import { lacksSecret, planFor, secretStands } from './collecting';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import type { Facts } from './facts';
import type { Proof } from './proof';
import { offerFor, proofOver, wrong } from './proving';
import { throttled } from './throttled';

type Outcome = Decision | Refusal;

/** Mails the question to a recovery contact who counts in this case; three an hour, as with codes (R40). */
export const askContact = (
  c: Case,
  { contactId }: CommandOf<'ask-contact'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const offer = offerFor(planFor(c, facts), 'recovery-contact', contactId);
  if (!offer) return refuse('contact-point-unknown');
  if (offer.refused) return refuse('proof-does-not-count');
  const before = proofOver(c, contactId);
  if (before?.status === 'given') return refuse('already-proven');
  if (before?.status === 'closed') return refuse('proof-closed');
  const asked = sentLastHour(facts.account.guard, contactId, 'staff', facts.now);
  if (asked.length >= facts.policy.codesPerHour)
    return refuse('too-many-codes', { retryAt: plus(asked[0] ?? facts.now, hours(1)) });
  const proofId = before?.id ?? facts.newId();
  const { kind, means } = offer;
  const opened: CaseEvent[] = before
    ? []
    : [{ type: 'proof-opened', proofId, kind, restsOn: contactId, means }];
  return decided([...opened, { type: 'contact-asked', proofId, contactId }], {
    effects: [{ kind: 'ask-contact', id: facts.newId(), proofId, contactId }],
  });
};

/** Shows the code that the holder tells the contact; asked again on the same screen while it lives, the same one. */
export const showContactCode = (
  c: Case,
  { proofId, screenId }: CommandOf<'show-contact-code'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const proof = c.proofs.find(({ id }) => id === proofId);
  if (proof?.kind !== 'recovery-contact' || proof.status !== 'open') return refuse('no-code-sent');
  if (secretStands(c)) {
    const lacking = lacksSecret(c, facts);
    if (lacking) return lacking;
  }
  const before = proof.question;
  if (before?.screenId === screenId && before.expiresAt > facts.now)
    return decided([], { answer: { question: before } });
  const question = {
    id: facts.newId(),
    number: (before?.number ?? 0) + 1,
    screenId,
    expiresAt: plus(facts.now, QUESTION_LIFE),
    wrongEntries: 0,
    weight: c.plan.weight,
  };
  return decided([{ type: 'contact-code-shown', proofId, question }], { answer: { question } });
};

/** The first proof gives the case secret to the screen that showed the code, which then shows it (R15). */
const secretOf = (c: Case, screenId: string): CaseEvent[] =>
  secretStands(c)
    ? []
    : [
        {
          type: 'case-secret-given',
          screenId,
          generation: (c.secret?.generation ?? 0) + 1,
          shown: false,
        },
      ];

/** What the recovery contact says, once they heard the code from the account holder (R40). */
export const vouchFor = (
  c: Case,
  { vouching, acted }: CommandOf<'vouch'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const { contactId } = vouching;
  if (facts.actor.kind !== 'contact' || facts.actor.contactId !== contactId)
    return refuse('not-found');
  const proof: Proof | undefined = proofOver(c, contactId);
  if (!proof?.question || proof.status !== 'open') return refuse('no-code-sent');
  const { question } = proof;
  const slow = throttled(contactId, facts);
  if (slow) return slow;
  const { account, policy, now } = facts;
  const said = judge(
    vouching,
    { ...question, contactId, challengeId: question.id, answered: false },
    { account, policy, now, openedAt: c.openedAt, acted, entriesPerCode: policy.entriesPerCode },
  );
  if ('refused' in said)
    return refuse(said.refused === 'does-not-count' ? 'proof-does-not-count' : said.refused);
  switch (said.outcome) {
    case 'wrong':
      return wrong(proof, contactId, facts);
    case 'not-counted':
      return decided([{ type: 'vouching-not-counted', proofId: proof.id, contactId }]);
    case 'given':
      return decided(
        [
          {
            type: 'proof-given',
            proofId: proof.id,
            kind: proof.kind,
            restsOn: contactId,
            means: said.means,
            weight: question.weight,
          },
          ...secretOf(c, question.screenId),
        ],
        { answer: { matched: true } },
      );
  }
};

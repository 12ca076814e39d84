import type { CodeAbout } from '../challenge/code-about';
import { between, type Duration, hours } from '../time';
import { stories } from './stories';
import type { Story } from './story';
export const signIn = (codeId: string): CodeAbout => ({
  kind: 'sign-in',
  ticketHash: 'hash',
  codeId,
});

/** Somebody says of a code that came here that they did not ask for it. */
export const say = (s: Story, about: CodeAbout, point: string | null = 'club') =>
  point
    ? s.does(s.link(point), { type: 'note-not-asked', about, contactPointId: point })
    : s.does(s.link('elsewhere'), { type: 'note-not-asked', about });

/** The newest code of a proof, as its message names it. */
export const codeOf = (s: Story, point: string): CodeAbout => {
  const proof = s.case().proofs.findLast((p) => p.restsOn === point && p.challenge);
  return {
    kind: 'challenge',
    caseId: s.id,
    proofId: proof?.id ?? 'none',
    challengeId: proof?.challenge?.id ?? 'none',
  };
};

export const SAID_AND_PAUSED = ['code-not-asked', 'case-paused'];
export const left = (s: Story): Duration =>
  between(s.desk.now(), s.case().wait?.endsAt ?? s.desk.now());

export const pausedWaiting = (after: Duration = hours(40)) => {
  const s = stories().waiting();
  s.live(after);
  say(s, signIn('a'));
  return s;
};

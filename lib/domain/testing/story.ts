import type { Actor, HolderActor, StaffActor } from '../access/roles';
import type { NewPoint } from '../account/own/account-change';
import type { AskedOver } from '../asking/request';
import type { CaseEvent, Recorded } from '../audit/event';
import type { NoticeKind } from '../case/case';
import { type CaseCommand, type CommandOf, isRefusal } from '../case/command';
import type { Measure } from '../case/measure';
import type { IdentityCheck } from '../case/proof';
import type { Symptom } from '../runbook/symptom';
import { type Duration, days, hours, plus } from '../time';
import { aDesk, type Desk, type Outcome, said } from './desk';
import { administrator, agent, freshAt, otherAdministrator, system } from './people';

export const REPLACE_APP: Measure = {
  kind: 'replace-factor',
  factorId: 'app',
  enrol: 'authenticator-app',
};
export const ADD_APP: Measure = { kind: 'add-factor', enrol: 'authenticator-app' };

const aNewMailbox = (id: string, address = 'anna.new@example.net'): NewPoint => ({
  id,
  kind: 'email',
  address,
  smsCapable: false,
  opensWithAccount: false,
  words: [],
});
export const aNewNumber = (id: string, more: Partial<NewPoint> = {}): NewPoint => ({
  ...aNewMailbox(id, '+31687654321'),
  kind: 'phone',
  smsCapable: true,
  ...more,
});

const CHECK: Omit<IdentityCheck, 'recordedBy' | 'mode'> = {
  documentKind: 'passport',
  place: 'town hall',
};

/**
 * One case on a desk, told in the words of those who play in it. Every verb plays its part honestly unless it is
 * told otherwise, and returns what the desk said.
 */
export const aStory = (desk: Desk = aDesk(), id = 'case-1') => {
  /** Case secrets by screen: what the browsers of this story hold. */
  const wallets = new Map<string, number>();
  const requestId = `request-of-${id}`;
  const c = () => desk.case(id);

  const holder = (screenId = 'phone', more: Partial<HolderActor> = {}): HolderActor => {
    const secretGeneration = wallets.get(screenId);
    return {
      kind: 'holder',
      caseId: id,
      via: 'handle',
      screenId,
      ...(secretGeneration === undefined ? {} : { secretGeneration }),
      ...more,
    };
  };
  const link = (contactPointId: string): HolderActor => ({
    kind: 'holder',
    caseId: id,
    via: 'link',
    contactPointId,
  });
  const signedIn = (signInId: string): HolderActor => ({
    kind: 'holder',
    caseId: id,
    via: 'sign-in',
    signInId,
  });

  const ask = (actor: Actor, command: CaseCommand): Outcome => {
    const outcome = desk.ask(
      actor.kind === 'staff' && actor.reauthenticatedAt ? freshAt(actor, desk.now()) : actor,
      id,
      command,
    );
    const given = isRefusal(outcome) ? undefined : outcome.answer.secretGeneration;
    if (given !== undefined && actor.kind === 'holder' && actor.screenId)
      wallets.set(actor.screenId, given);
    return outcome;
  };
  const does = (actor: Actor, command: CaseCommand) => said(ask(actor, command));

  const proofOver = (restsOn: string) =>
    c().proofs.findLast((proof) => proof.restsOn === restsOn && proof.status !== 'void');
  /** Where the codes of what is set up go: to something that nobody has. */
  const newAddress = (): CommandOf<'start-enrolment'>['to'] => {
    const kind = c().enrolment?.kind;
    const id = `new-point-${desk.now()}`;
    if (kind === 'email' || kind === 'email-code') return { point: aNewMailbox(id) };
    return kind === 'phone' || kind === 'sms' || kind === 'voice'
      ? { point: aNewNumber(id) }
      : undefined;
  };
  const reason = (text: string) => ({ noteId: `note-${text}`, text, hash: `hash-${text}` });

  const story = {
    desk,
    id,
    case: c,
    events: () => desk.events(id),
    eventsOf: <T extends CaseEvent['type']>(type: T) =>
      desk
        .events(id)
        .filter((e): e is Recorded<Extract<CaseEvent, { type: T }>> => e.type === type),
    holder,
    link,
    signedIn,
    does,
    ask,

    open: (by: StaffActor = agent) =>
      does(by, { type: 'open-case', caseId: id, handle: '7K3M9Q2XTB', symptom: 'lost-factor' }),
    /** The holder says without calling what is wrong; whether a code went out, only the desk knows. */
    wish: (over: AskedOver = 'email', symptom: Symptom = 'app-lost') =>
      desk.wish({ type: 'ask', requestId, symptom, over }, requestId),
    /** The code of the wish, on the screen that asked. */
    answerWish: (matches = true, screenId = 'phone') =>
      does(holder(screenId, { via: 'request' }), {
        type: 'open-case',
        caseId: id,
        handle: '7K3M9Q2XTB',
        symptom: '',
        asked: {
          screenId,
          verdict: { requestId, number: desk.requests.get(requestId)?.number ?? 0, matches },
        },
      }),
    runbook: (helped = false) => does(agent, { type: 'finish-runbook', helped }),
    choose: (...measures: Measure[]) => does(agent, { type: 'choose-measures', measures }),
    send: (point: string, by: Actor = agent) =>
      does(by, {
        type: 'send-challenge',
        kind: desk.account().contactPoints.some((p) => p.id === point && p.kind === 'phone')
          ? 'sms-challenge'
          : 'email-challenge',
        contactPointId: point,
      }),
    call: (point: string, by: Actor = agent) =>
      does(by, { type: 'send-challenge', kind: 'voice-challenge', contactPointId: point }),
    withBackupCode: (number: number, factorId = 'codes', screenId = 'phone') =>
      does(holder(screenId), {
        type: 'prove-with-factor',
        screenId,
        verdict: { factorId, matches: true, number },
      }),
    /** Types the newest code of this contact point, or a wrong one. */
    enter: (point: string, matches = true, by: Actor = holder()) => {
      const proof = proofOver(point);
      return does(by, {
        type: 'enter-code',
        screenId: by.kind === 'holder' ? (by.screenId ?? 'phone') : 'desk',
        verdict: {
          proofId: proof?.id ?? 'none',
          challengeId: proof?.challenge?.id ?? 'none',
          number: proof?.challenge?.number ?? 0,
          matches,
        },
      });
    },
    prove: (point: string, by: Actor = holder()) => {
      story.send(point);
      return story.enter(point, true, by);
    },
    withFactor: (factorId: string, step?: number, matches = true, screenId = 'phone') =>
      does(holder(screenId), {
        type: 'prove-with-factor',
        screenId,
        verdict: { factorId, matches, ...(step === undefined ? {} : { step }) },
      }),
    report: (...ids: string[]) => does(holder(), { type: 'report-loss', ids }),
    check: (mode: IdentityCheck['mode'], by: StaffActor, screenId = 'phone') => {
      does(holder(screenId), { type: 'offer-screen', screenId });
      const outcome = does(by, {
        type: 'record-identity-check',
        check: { ...CHECK, mode },
        result: 'matches',
        screenId,
      });
      if (c().secret?.screenId === screenId)
        does(holder(screenId), { type: 'show-secret', screenId });
      return outcome;
    },
    askApproval: () => does(agent, { type: 'ask-approval' }),
    approve: (by: StaffActor = administrator) =>
      does(by, { type: 'approve', planHash: c().planHash ?? 'none' }),
    renew: (by: StaffActor = otherAdministrator) =>
      does(by, { type: 'renew-enrolment', planHash: c().planHash ?? 'none' }),
    decline: (by: StaffActor = administrator) =>
      does(by, { type: 'decline', reason: reason('declined') }),
    cancel: (by: StaffActor = agent) => does(by, { type: 'cancel', reason: reason('cancelled') }),
    /** What became of the newest notice of this kind to a contact point. */
    heard: (
      contactPointId: string,
      outcome: 'accepted' | 'refused',
      kind: NoticeKind = 'wait-started',
    ) => {
      const notice = c().notices.findLast(
        (n) => n.contactPointId === contactPointId && n.kind === kind,
      );
      return does(system, { type: 'report-message', about: { notice: notice?.id ?? '' }, outcome });
    },
    veto: (by: HolderActor = link('club')) => does(by, { type: 'veto' }),
    /** `at` is earlier than now where the case hears of it late. */
    signIn: (signInId: string, factorId: string, at = desk.now()) =>
      does(signedIn(signInId), { type: 'note-sign-in', signInId, factorId, at }),
    answer: (signInId: string, answer: 'go-on' | 'not-me') =>
      does(signedIn(signInId), { type: 'answer-pause', answer }),
    startEnrolment: (factorId = 'new-app', screenId = 'phone', to = newAddress()) =>
      does(holder(screenId), {
        type: 'start-enrolment',
        kind: c().enrolment?.kind ?? 'authenticator-app',
        factorId,
        sealed: 'sealed',
        label: 'new app',
        ...(to ? { to } : {}),
      }),
    confirmEnrolment: (factorId?: string, matches = true, screenId = 'phone') => {
      const { kind, code, factorId: begun } = c().enrolment ?? {};
      return does(holder(screenId), {
        type: 'confirm-enrolment',
        verdict: {
          factorId: factorId ?? begun ?? 'new-app',
          matches,
          ...(code ? { code: { id: code.id, number: code.number } } : {}),
          ...(kind === 'authenticator-app' ? { step: 1 } : {}),
        },
        ...(kind === 'password' ? { passwordHash: 'argon2' } : {}),
      });
    },
    /** Everything that is asked, one after the other, as an honest holder does it. */
    setUp: (screenId = 'phone', name = 'new-app') => {
      for (let n = 0; n < 3; n++) {
        const { kind, confirmedAt } = c().enrolment ?? { confirmedAt: 'none' };
        if (confirmedAt) return story;
        if (kind !== 'password') story.startEnrolment(`${name}${n || ''}`, screenId);
        story.confirmEnrolment(
          kind === 'password' ? `${name}-password` : undefined,
          true,
          screenId,
        );
      }
      return story;
    },

    /** As a veto on an earlier case does it. */
    contest: () =>
      desk.changeAccount((a) => ({
        ...a,
        guard: { ...a.guard, contestedUntil: plus(desk.now(), days(30)) },
      })),

    /** Time passes on a desk that works. */
    live: (length: Duration) => {
      desk.live(length);
      return story;
    },

    // From here on: the story up to a point. Each includes those before it.
    chosen: (...measures: Measure[]) => {
      story.open();
      story.runbook();
      story.choose(...(measures.length > 0 ? measures : [REPLACE_APP]));
      return story;
    },
    collected: (...measures: Measure[]) => {
      story.chosen(...measures);
      story.prove('home');
      story.prove('mobile');
      return story;
    },
    asked: (...measures: Measure[]) => {
      story.collected(...measures);
      story.askApproval();
      return story;
    },
    /** Nobody is told yet. */
    approved: (...measures: Measure[]) => {
      story.asked(...measures);
      story.approve();
      return story;
    },
    /** Approved, told, the clock runs. */
    waiting: (...measures: Measure[]) => {
      story.approved(...measures);
      desk.work();
      return story;
    },
    executing: (...measures: Measure[]) => {
      story.waiting(...measures);
      return story.live(hours(48));
    },
    enrolled: (...measures: Measure[]) => {
      story.executing(...measures);
      return story.setUp();
    },
    /** The directory says that it removed this, and it is still there. */
    stuck: (what = 'app') => {
      desk.stubborn.add(what);
      story.enrolled();
      desk.work();
      return story;
    },
    completed: (...measures: Measure[]) => {
      story.enrolled(...measures);
      desk.work();
      return story;
    },
  };
  return story;
};

export type Story = ReturnType<typeof aStory>;

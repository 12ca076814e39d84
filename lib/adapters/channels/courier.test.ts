import { describe, expect, it } from 'vitest';
import type { Account, ContactPoint } from '../../domain/account/account';
import { emptyGuard } from '../../domain/account/guard';
import type { Case, NoticeKind } from '../../domain/case/case';
import type { Effect } from '../../domain/case/command';
import { formatHandle } from '../../domain/case/handle';
import { hours, plus } from '../../domain/time';
import type {
  ChannelName,
  Delivery,
  MessageChannel,
  MessageJob,
  OutgoingMessage,
  OwnMessageJob,
} from '../../ports/messages';
import { createCourier } from './courier';

const now = '2026-11-22T10:00:00.000Z';
const handle = '7K3M9Q2XTB';

const point: ContactPoint = {
  id: 'phone-1',
  kind: 'phone',
  address: '+31612345678',
  source: 'import-new-account',
  addedAt: '2026-01-01T00:00:00.000Z',
  opensWithAccount: false,
  smsCapable: true,
  accountsWithIt: 1,
};

const account: Account = {
  id: 'account-1',
  organisationId: 'org-1',
  personId: 'person-1',
  signIn: 'jan.de.vries',
  displayName: 'Jan de Vries',
  locale: 'nl',
  disabled: false,
  privileged: false,
  ofStaff: false,
  contactPoints: [point],
  recoveryContacts: [],
  factors: [{ id: 'factor-1', kind: 'sms', label: 'Mijn mobiel', addedAt: point.addedAt }],
  trustedDevices: 0,
  openSessions: 0,
  guard: emptyGuard(),
};

function caseWith(more: Partial<Case>, notice: NoticeKind = 'wait-started'): Case {
  return {
    id: 'case-1',
    handle,
    organisationId: 'org-1',
    accountId: 'account-1',
    number: 1,
    status: 'waiting',
    openedAt: now,
    openedBy: { staffId: 'staff-1', personId: 'person-2' },
    symptom: 'lost-phone',
    policyVersion: 1,
    measures: [{ kind: 'replace-factor', factorId: 'factor-1', enrol: 'authenticator-app' }],
    proofs: [],
    screens: [],
    checkersNamed: {},
    reported: [],
    staffActed: [],
    personsActed: [],
    notices: [
      {
        id: 'notice-1',
        kind: notice,
        contactPointId: 'phone-1',
        independent: true,
        status: 'queued',
        at: now,
      },
    ],
    steps: [],
    progressAt: now,
    ...more,
  };
}

function jobWith(
  c: Case,
  effect: MessageJob['effect'],
  more: Partial<MessageJob> = {},
): MessageJob {
  return {
    id: 'effect-1',
    effect,
    now,
    case: c,
    account,
    organisation: {
      id: 'org-1',
      name: 'Zorgpunt',
      timeZone: 'Europe/Amsterdam',
      country: 'NL',
      helpdeskPhone: null,
    },
    locale: 'nl',
    to: { channel: 'mail', address: 'jan@example.org' },
    // As the use case hands it over with every code.
    ...('number' in effect
      ? { notAsked: { token: 'token-of-code', code: 'WXYZ-EFGH-JKMN-PQRS' } }
      : {}),
    ...more,
  };
}

function desk() {
  const sent: OutgoingMessage[] = [];
  const channel = (name: ChannelName): MessageChannel => ({
    channel: name,
    async send(message): Promise<Delivery> {
      sent.push(message);
      return { outcome: 'accepted', route: name };
    },
  });
  const courier = createCourier({
    mail: channel('mail'),
    sms: channel('sms'),
    voice: channel('voice'),
    attempts: { lastRoute: async () => 'alpha' },
    secrets: {
      code: ({ purpose, id, number, digits }) => `<${purpose} ${id} ${number} ${digits}>`,
      linkToken: ({ purpose, id, number }) => `token-${purpose}-${id}-${number}`,
      linkCode: () => 'ABCD-EFGH-JKMN-PQRS',
    },
    publicUrl: 'https://herstel.zorgpunt.nl',
    caseUrl: (caseId) => `https://herstel.zorgpunt.nl/cases/${caseId}`,
  });
  return { sent, courier };
}

const noticeEffect = (letter: NoticeKind): Extract<Effect, { kind: 'send-notice' }> => ({
  kind: 'send-notice',
  id: 'effect-1',
  noticeId: 'notice-1',
  letter,
  contactPointId: 'phone-1',
});

async function written(c: Case, job: Partial<MessageJob> = {}): Promise<OutgoingMessage> {
  const { sent, courier } = desk();
  const kind = c.notices[0]?.kind ?? 'wait-started';
  expect(await courier.deliver(jobWith(c, noticeEffect(kind), job))).toMatchObject({
    outcome: 'accepted',
  });
  const message = sent[0];
  if (!message) throw new Error('nothing was sent');
  return message;
}

describe('the courier', () => {
  const challenge = {
    id: 'challenge-1',
    number: 2,
    contactPointId: 'phone-1',
    sentAt: now,
    expiresAt: plus(now, hours(1)),
    wrongEntries: 0,
    weight: 2,
    digits: 7,
    delivery: 'queued',
  } as const;
  const proof = {
    id: 'proof-1',
    kind: 'sms-challenge',
    status: 'open',
    restsOn: 'phone-1',
    challenge,
    wrongEntries: 0,
  } as const;
  const codeEffect = {
    kind: 'send-code',
    id: 'effect-1',
    proofId: 'proof-1',
    challengeId: 'challenge-1',
    number: 2,
    contactPointId: 'phone-1',
  } as const;

  it('R13 derives the code of exactly this challenge and number, when it is sent', async () => {
    const { sent, courier } = desk();
    const c = caseWith({ status: 'collecting', proofs: [proof] });
    const to = { channel: 'sms', address: '+31612345678' } as const;
    await courier.deliver(jobWith(c, codeEffect, { to }));
    expect(sent[0]).toEqual({
      id: 'effect-1',
      to: '+31612345678',
      subject: '',
      text: 'Zorgpunt: code <sms-challenge challenge-1 2 7> (1 uur): je sms-code vervangen door een nieuwe authenticator-app. Niemand vraagt erom. Niet jij? herstel.zorgpunt.nl/not-asked WXYZ-EFGH-JKMN-PQRS',
      locale: 'nl',
      minutes: 60,
      // The route that took the code before: this one was asked for because that did not come.
      after: 'alpha',
      of: {
        organisationId: 'org-1',
        accountId: 'account-1',
        caseId: 'case-1',
        contactPointId: 'phone-1',
        effectId: 'effect-1',
      },
    });
  });

  it('R43 R18 the mail with a code has the link with its token in the fragment, and the code to type', async () => {
    const { sent, courier } = desk();
    await courier.deliver(jobWith(caseWith({ status: 'collecting', proofs: [proof] }), codeEffect));
    const link = 'https://herstel.zorgpunt.nl/not-asked#token-of-code';
    expect(sent[0]?.text).toContain(link);
    expect(sent[0]?.html).toContain(`href="${link}"`);
    expect(sent[0]?.text).toContain('WXYZ-EFGH-JKMN-PQRS');
  });

  it('R43 a code without a way to say that nobody asked for it does not leave the desk', async () => {
    const { sent, courier } = desk();
    const c = caseWith({ status: 'collecting', proofs: [proof] });
    const { notAsked: _, ...job } = jobWith(c, codeEffect);
    await expect(courier.deliver(job)).rejects.toThrow('nobody asked');
    expect(sent).toEqual([]);
  });

  it('R43 nor do backup codes leave it without one', async () => {
    const { sent, courier } = desk();
    const {
      case: _,
      effect: __,
      locale: ___,
      notAsked,
      ...job
    } = jobWith(caseWith({}), codeEffect);
    const codes: OwnMessageJob = {
      ...job,
      effect: { kind: 'send-backup-codes', id: 'e', factorId: 'set', contactPointId: 'mobile' },
      digits: 6,
      to: { channel: 'sms', address: '+31612345678' },
    };
    await expect(courier.deliverOwn(codes)).rejects.toThrow('nobody asked');
    expect(sent).toEqual([]);
    await courier.deliverOwn({ ...codes, ...(notAsked ? { notAsked } : {}) });
    expect(sent[0]?.text).toContain('herstel.zorgpunt.nl/not-asked WXYZ-EFGH-JKMN-PQRS');
  });

  it('R43 a call says where to turn', async () => {
    const { sent, courier } = desk();
    const c = caseWith({ status: 'collecting', proofs: [{ ...proof, kind: 'voice-challenge' }] });
    const { notAsked: _, ...job } = jobWith(c, codeEffect, {
      to: { channel: 'voice', address: '+31612345678' },
    });
    await courier.deliver(job);
    expect(sent[0]?.text).toMatch(/Bel de helpdesk op het nummer dat je al kent\.$/);
  });

  it('a first code begins with the first route', async () => {
    const { sent, courier } = desk();
    const c = caseWith({ status: 'collecting', proofs: [proof] });
    await courier.deliver(jobWith(c, { ...codeEffect, number: 1 }));
    expect(sent[0]).not.toHaveProperty('after');
  });

  it('R10 says “only if you called us” where this code may be read out', async () => {
    const { sent, courier } = desk();
    const challengeToRead = { ...challenge, readingOutAllowed: true };
    const c = caseWith({
      status: 'collecting',
      proofs: [{ ...proof, challenge: challengeToRead }],
    });
    await courier.deliver(jobWith(c, codeEffect));
    expect(sent[0]?.text).toContain('alleen voor als je zelf de helpdesk hebt gebeld');
    expect(sent[0]?.text).not.toContain('Niemand vraagt');
  });

  it('says less minutes when it is tried again later, and never none', async () => {
    const c = caseWith({ status: 'collecting', proofs: [proof] });
    for (const [late, words] of [
      [hours(0.75), '15 minuten'],
      [hours(1), '1 minuut'],
    ] as const) {
      const { sent, courier } = desk();
      await courier.deliver(jobWith(c, codeEffect, { now: plus(now, late) }));
      expect(sent[0]?.text).toContain(`Geldig: ${words}`);
    }
  });

  it('R48 makes links from the public address, R18 with the token in the fragment', async () => {
    const { text, html } = await written(caseWith({}));
    const link = 'https://herstel.zorgpunt.nl/veto#token-veto-notice-1-0';
    expect(text).toContain(link);
    expect(html).toContain(`href="${link}"`);
  });

  it('R25 promises no end before the clock runs: not before now and the whole wait', async () => {
    const held = { rule: 'independent', length: hours(48), heldSince: now } as const;
    const { text } = await written(caseWith({ wait: held }));
    expect(text).toContain('Op zijn vroegst: dinsdag 24 november 11.00 uur');
    const running = { ...held, startedAt: now, endsAt: '2026-11-25T10:00:00.000Z' };
    const after = await written(caseWith({ wait: running }));
    expect(after.text).toContain('Op zijn vroegst: woensdag 25 november 11.00 uur');
  });

  it('names what was reported by kind, not by address', async () => {
    const { text } = await written(
      caseWith({ reported: ['phone-1', 'factor-1'] }, 'loss-reported'),
    );
    expect(text).toContain('Opgegeven als kwijt: telefoon en sms-code');
    expect(text).not.toContain('+316');
  });

  it.each([
    [{ status: 'cancelled' }, 'Het herstel gaat niet door.'],
    [{ status: 'vetoed' }, 'Daarom is het herstel gestopt.'],
    [{ status: 'vetoed', suspendedUntil: plus(now, hours(72)) }, 'Je account is op slot'],
    [{ status: 'solved' }, 'Het herstel was niet meer nodig.'],
  ] as const)('tells how a case ended: %j', async (more, words) => {
    const { text } = await written(caseWith(more, 'case-ended'));
    expect(text).toContain(words);
  });

  const kinds: NoticeKind[] = [
    'wait-started',
    'wait-half-time',
    'wait-daily',
    'loss-reported',
    'enrolment-ready',
    'enrolment-ends-soon',
    'measures-done',
    'case-ended',
    'pause-asked',
  ];
  it.each(kinds)('R15 puts neither handle nor name nor address into %s', async (kind) => {
    for (const channel of ['mail', 'sms'] as const) {
      const to = { channel, address: 'jan@example.org' };
      const message = await written(caseWith({}, kind), { to });
      const all = `${message.subject} ${message.text} ${message.html ?? ''}`;
      for (const secret of [handle, formatHandle(handle), 'Jan', 'jan.de', 'mobiel', '+316']) {
        expect(all).not.toContain(secret);
      }
      expect(all).toContain('Zorgpunt');
    }
  });

  it('writes to staff in their language with a link to the desk', async () => {
    const { sent, courier } = desk();
    const effect = { kind: 'tell-staff', id: 'effect-1', letter: 'approval-asked' } as const;
    await courier.deliver(jobWith(caseWith({}), effect, { id: 'effect-1.staff-2', locale: 'en' }));
    expect(sent[0]).toMatchObject({
      id: 'effect-1.staff-2',
      subject: 'Zorgpunt: a recovery waits for approval',
      text: expect.stringContaining('https://herstel.zorgpunt.nl/cases/case-1'),
    });
    expect(sent[0]?.text).not.toContain('veto');
  });

  it('refuses to write what the case does not know', async () => {
    const { sent, courier } = desk();
    const job = jobWith(caseWith({ notices: [] }), noticeEffect('wait-started'));
    await expect(courier.deliver(job)).rejects.toThrow('does not know');
    expect(sent).toEqual([]);
  });
});

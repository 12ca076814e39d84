import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../case/command';
import { aNumber, anAccount, START } from '../testing/accounts';
import { administrator, agent, auditor, staff, standIn, system } from '../testing/people';
import type { Row } from '../testing/row';
import { minutes, plus } from '../time';
import { can, isSamePerson, may } from './can';
import { DOORS, PERMISSIONS, type Permission } from './permissions';
import type { Actor, HolderActor } from './roles';

const COMMANDS = Object.keys(DOORS) as CaseCommand['type'][];
const holder = (via: HolderActor['via']): HolderActor => ({
  kind: 'holder',
  caseId: 'case-1',
  via,
});
const own = anAccount();
const foreign = anAccount({ organisationId: 'org-2' });

const ACTORS: [name: string, actor: Actor][] = [
  ['agent', agent],
  ['administrator', administrator],
  ['stand-in', standIn],
  ['auditor', auditor],
  ['platform', staff('platform', 'platform-administrator')],
  ['handle', holder('handle')],
  ['link', holder('link')],
  ['sign-in', holder('sign-in')],
  ['request', holder('request')],
  ['system', system],
  ['nobody', { kind: 'nobody' }],
];
const STAFF = ACTORS.filter(([, actor]) => actor.kind === 'staff');

const grid = (head: string[], rows: string[][]): string => {
  const wide = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(wide[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), wide.map((n) => '-'.repeat(n)).join('  '), ...rows.map(line)].join('\n');
};

/** What somebody may not because of who they are shows as the refusal; `yes, fresh` asks a sign-in of 5 minutes. */
const cell = (actor: Actor, command: CaseCommand['type'], account = own): string => {
  const refused = can(actor, command, account, START);
  if (refused) return refused === 'not-allowed' ? '-' : refused;
  const later = can(actor, command, account, plus(START, minutes(6)));
  return later === 'reauthenticate' ? 'yes, fresh' : 'yes';
};

describe('who may do what', () => {
  it('R36 stands as it was reviewed: command × actor, in the own organisation and in a foreign one', async () => {
    const head = ['command', ...ACTORS.map(([name]) => name)];
    const table = (account = own) =>
      grid(
        head,
        COMMANDS.map((command) => [
          command,
          ...ACTORS.map(([, actor]) => cell(actor, command, account)),
        ]),
      );
    const permissions = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
      permission,
      ...STAFF.map(([, actor]) =>
        actor.kind === 'staff' && may(actor, permission, 'org-1') ? 'yes' : '-',
      ),
    ]);
    await expect(
      [
        'Commands on a case of the own organisation',
        '',
        table(),
        '',
        '',
        'The same on a case of another organisation: for staff as if it did not exist',
        '',
        table(foreign),
        '',
        '',
        'What else staff may, in the own organisation',
        '',
        grid(['permission', ...STAFF.map(([name]) => name)], permissions),
        '',
      ].join('\n'),
    ).toMatchFileSnapshot('permission-matrix.txt');
  });

  it('R36 no staff member of another organisation may do anything, and it looks as if nothing were there', () => {
    for (const [, actor] of STAFF)
      for (const command of COMMANDS) expect(can(actor, command, foreign, START)).toBe('not-found');
  });

  it.each<Row>([
    [
      'R36 a membership that ended gives nothing',
      () => can({ ...administrator, memberships: [] }, 'approve', own, START),
      'not-found',
    ],
    [
      'R36 a membership elsewhere gives nothing here',
      () =>
        can(
          staff('x', 'functional-administrator', {
            memberships: [{ organisationId: 'org-2', role: 'functional-administrator' }],
          }),
          'approve',
          own,
          START,
        ),
      'not-found',
    ],
    [
      'R21 nobody works on their own account: the same person',
      () => can({ ...agent, personId: own.personId }, 'open-case', own, START),
      'own-account',
    ],
    [
      'R21 an equal sign-in address is the same person',
      () => can({ ...agent, addresses: [own.signIn] }, 'open-case', own, START),
      'own-account',
    ],
    [
      'R21 so is an equal contact point',
      () => can({ ...agent, addresses: ['+31612345678'] }, 'open-case', own, START),
      'own-account',
    ],
    [
      'R21 also one that was taken off file',
      () =>
        isSamePerson(
          { ...agent, addresses: ['+31600000000'] },
          anAccount({
            contactPoints: [aNumber('old', { address: '+31600000000', removedAt: START })],
          }),
        ),
      true,
    ],
    [
      'R21 not for any command: staff never act on their own account',
      () =>
        COMMANDS.filter(
          (command) => !can({ ...administrator, personId: own.personId }, command, own, START),
        ),
      [],
    ],
    [
      'R1 an address on three accounts makes nobody the same person',
      () =>
        isSamePerson(
          { ...agent, addresses: ['+31612345678'] },
          anAccount({ contactPoints: [aNumber('desk', { accountsWithIt: 3 })] }),
        ),
      false,
    ],
    [
      'R1 one on two accounts does',
      () =>
        isSamePerson(
          { ...agent, addresses: ['+31612345678'] },
          anAccount({ contactPoints: [aNumber('desk', { accountsWithIt: 2 })] }),
        ),
      true,
    ],
    [
      'R20 approving takes a sign-in of at most 5 minutes old',
      () =>
        [minutes(5), minutes(5) + 1].map((later) =>
          can(administrator, 'approve', own, plus(START, later)),
        ),
      [undefined, 'reauthenticate'],
    ],
    [
      'R6 so does recording an identity check',
      () => can(administrator, 'record-identity-check', own, plus(START, minutes(6))),
      'reauthenticate',
    ],
    [
      'R20 one who never typed the password again cannot approve',
      () => {
        const { reauthenticatedAt: _, ...stale } = administrator;
        return can(stale, 'approve', own, START);
      },
      'reauthenticate',
    ],
    ['R20 an agent cannot approve', () => can(agent, 'approve', own, START), 'not-allowed'],
    [
      'R26 a no needs no sign-in: by handle or by link',
      () => [can(holder('handle'), 'veto', own, START), can(holder('link'), 'veto', own, START)],
      [undefined, undefined],
    ],
    [
      'R26 staff cannot say no in the holder’s name',
      () => can(administrator, 'veto', own, START),
      'not-allowed',
    ],
    [
      'R28 only a sign-in answers a pause',
      () => [
        can(holder('handle'), 'answer-pause', own, START),
        can(holder('link'), 'answer-pause', own, START),
        can(holder('sign-in'), 'answer-pause', own, START),
      ],
      ['not-allowed', 'not-allowed', undefined],
    ],
    [
      'R9 no staff member sets up a factor',
      () => can(administrator, 'confirm-enrolment', own, START),
      'not-allowed',
    ],
    [
      'R15 a link in a message proves nothing: codes count only where the handle was typed',
      () => can(holder('link'), 'enter-code', own, START),
      'not-allowed',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));

  it('the worker may only wake and report', () => {
    const may = COMMANDS.filter((command) => !can(system, command, own, START));
    expect(may).toEqual([
      'wake',
      'perform-step',
      'claim-step',
      'report-step',
      'report-read-back',
      'report-message',
    ]);
  });
});

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AuditEventType } from '../../lib/domain/audit/event';
import { proofsGiven, type Wait, type WaitRule } from '../../lib/domain/case/case';
import type { CasePage } from '../../lib/domain/case/case-view';
import { kindsToSetUp } from '../../lib/domain/case/measure';
import type { Plan, PlanReason } from '../../lib/domain/case/plan';
import { symptomOf } from '../../lib/domain/runbook/symptom';
import { between } from '../../lib/domain/time';
import type { FormAction } from '../ui/form-state';
import { Meter } from '../ui/meter';
import { Step, Steps } from '../ui/steps';
import { TextLink } from '../ui/text-link';
import { measureNamesOf, measureText } from './case-words';
import { ProofList } from './proof-list';
import { type CaseStep, type CaseStepState, stepStates } from './step-states';
import { useWhen } from './when';

type StepDrawn = {
  paused: boolean;
  title: ReactNode;
  side?: ReactNode;
  why?: ReactNode;
  body?: ReactNode;
};
type DrawProps = { page: CasePage; number: number; state: CaseStepState; sendCode: FormAction };

/** The whole way of this case: each step says what is needed, why, and when it can start if it cannot yet. */
export function CaseSteps({ page, sendCode }: { page: CasePage; sendCode: FormAction }) {
  const t = useTranslations('caseFile.steps');
  return (
    <Steps label={t('label')}>
      {stepStates(page.case).map(({ step, state }, index) => {
        const Drawn = DRAWN[step];
        return (
          <Drawn key={step} page={page} number={index + 1} state={state} sendCode={sendCode} />
        );
      })}
    </Steps>
  );
}

const DRAWN: Record<CaseStep, (props: DrawProps) => ReactNode> = {
  runbook: RunbookStep,
  measures: MeasuresStep,
  proofs: ProofsStep,
  approval: ApprovalStep,
  wait: WaitStep,
  enrol: EnrolStep,
  finish: FinishStep,
};

function Drawn({
  paused,
  number,
  state,
  title,
  side,
  why,
  body,
}: Omit<DrawProps, 'page' | 'sendCode'> & StepDrawn) {
  // A case that stands still goes on again: a cross would say that it failed.
  const shown = state === 'stopped' && paused ? 'paused' : state;
  return (
    <Step number={number} state={shown} title={title} side={side} why={why}>
      {body}
    </Step>
  );
}

/** That a step comes after the one before it: its number says so too, which is enough on a small screen. */
function AfterThat() {
  return <span className="max-desk:hidden">{useTranslations('caseFile.steps')('when')}</span>;
}

/** When the newest event of this kind happened. */
const useHappened = (page: CasePage) => {
  const { when } = useWhen(page);
  return (type: AuditEventType): string | undefined => {
    const event = page.events.find((e) => e.type === type);
    return event && when(event.at, 'short');
  };
};

function RunbookStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.runbook');
  const symptom = useTranslations('opening.symptoms')(symptomOf(page.case.symptom));
  const happened = useHappened(page);
  const { runbookHelped } = page.case;
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={t(state === 'ok' ? 'done' : 'title')}
      side={happened('runbook-finished')}
      why={
        runbookHelped === undefined
          ? `${symptom}. ${t('why')}`
          : t(runbookHelped ? 'whyHelped' : 'whyNotHelped', { symptom })
      }
    />
  );
}

function MeasuresStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.measures');
  const words = useTranslations('caseFile');
  const happened = useHappened(page);
  const { measures, plan, status, id } = page.case;
  const goes = plan && [
    ...(plan.going.backupCodes ? [t('goesCodes')] : []),
    t('goesDevices'),
    t('goesSessions'),
  ];
  const list = useListFormat();
  const names = measureNamesOf(page.account);
  const mayChange =
    status === 'collecting' && measures.length > 0 && !page.allowed.acts['choose-measures'];
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={
        measures.length > 0
          ? measures.map((measure) => measureText(words, measure, names)).join(' · ')
          : t('title')
      }
      side={happened('measures-chosen')}
      why={
        measures.length > 0 && goes
          ? t('goes', { things: list(goes) })
          : t(state === 'later' ? 'whyLater' : 'why')
      }
      body={
        mayChange && (
          <p className="text-small">
            <TextLink href={`/cases/${id}/measures`}>{words('actions.change-measures')}</TextLink>
          </p>
        )
      }
    />
  );
}

const useListFormat = () => {
  const locale = useLocale();
  return (items: readonly string[]) =>
    new Intl.ListFormat(locale === 'en' ? 'en-GB' : 'nl-NL', { type: 'conjunction' }).format(items);
};

function ProofsStep({ page, number, state, sendCode }: DrawProps) {
  const t = useTranslations('caseFile.steps.proofs');
  const reasons = useTranslations('caseFile.reasons');
  const { plan, enoughProof, meansGiven: means } = page;
  const given = proofsGiven(page.case);
  const person = given.some((proof) => proof.identityCheck?.mode === 'in-person');
  const title = !plan
    ? t('title')
    : state === 'ok'
      ? person
        ? t('donePerson')
        : means > 1
          ? t('doneMany', { count: String(means) })
          : t('done')
      : plan.inPersonOnly
        ? t('titlePerson')
        : plan.meansNeeded > 1
          ? t('titleMany', { count: String(plan.meansNeeded) })
          : t('titleOne');
  const why = plan
    ? plan.reasons
        .filter((reason) => saysOfProofs(reason, plan))
        .map((reason) => reasons(reason))
        .join(' ')
    : t('whyLater');
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={<span id="proofs">{title}</span>}
      side={
        plan && !enoughProof && !plan.inPersonOnly && state !== 'ok'
          ? t('side', {
              given: String(Math.min(means, plan.meansNeeded)),
              needed: String(plan.meansNeeded),
            })
          : undefined
      }
      why={why}
      body={plan && page.case.measures.length > 0 && <ProofList page={page} sendCode={sendCode} />}
    />
  );
}

/** Where only a check in person helps, how many means would have done says nothing. */
const saysOfProofs = (reason: PlanReason, { inPersonOnly }: Plan): boolean =>
  inPersonOnly
    ? reason.startsWith('in-person')
    : reason !== 'goes-with-factor' && reason !== 'heavy-wait';

function ApprovalStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.approval');
  const happened = useHappened(page);
  const { approval } = page.case;
  const name = approval && (page.people[approval.staffId] ?? '…');
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={t('title')}
      side={happened('approval-given')}
      why={
        name && state === 'ok' ? t('done', { name }) : state === 'later' ? t('whyLater') : t('why')
      }
    />
  );
}

function WaitStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.wait');
  const rules = useTranslations('caseFile.waitRules');
  const { when, length } = useWhen(page);
  const reasons = useTranslations('caseFile.reasons');
  const { wait: running, notices, pause, plan } = page.case;
  const heavy = plan?.reasons.includes('heavy-wait');
  const rule = running?.rule ?? page.wait?.rule;
  const planned = running?.length ?? page.wait?.length;
  const told = new Set(
    notices
      .filter((n) => n.status === 'accepted' && n.kind.startsWith('wait-'))
      .map((n) => n.contactPointId),
  ).size;
  const whole = running?.startedAt && running.endsAt && between(running.startedAt, running.endsAt);
  const passed = running?.startedAt && between(running.startedAt, page.now);
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={planned ? t('title', { length: length(whole || planned) }) : t('titlePlain')}
      side={
        state === 'now' && running?.endsAt ? (
          <b>{when(running.endsAt, 'relative')}</b>
        ) : state === 'later' ? (
          <AfterThat />
        ) : state === 'ok' && running?.endsAt ? (
          when(running.endsAt, 'short')
        ) : undefined
      }
      why={[
        t('why'),
        heavy && reasons('heavy-wait'),
        rule && !saidAlready(rule, heavy, running) && rules(rule),
        running && t('told', { count: told }),
        // Where a notice starts the clock, that was just said.
        running?.heldSince && rule !== 'independent' && t('held'),
        state === 'stopped' && pause && t('paused', { when: when(pause.until) }),
      ]
        .filter(Boolean)
        .join(' ')}
      body={
        state === 'now' &&
        whole &&
        passed && (
          <Meter
            value={passed}
            of={whole}
            label={t('passed', { passed: length(Math.min(passed, whole)), length: length(whole) })}
          />
        )
      }
    />
  );
}

/** No check shortens the wait for what later recoveries rest on; and a clock that runs was started. */
const saidAlready = (rule: WaitRule, heavy: boolean | undefined, running: Wait | undefined) =>
  rule === 'in-person' ? heavy : rule === 'independent' && running?.startedAt !== undefined;

function EnrolStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.enrol');
  const words = useTranslations('caseFile');
  const { when } = useWhen(page);
  const happened = useHappened(page);
  const { enrolment, wait, status } = page.case;
  const done = enrolment?.confirmedAt ? Number.POSITIVE_INFINITY : (enrolment?.done?.length ?? 0);
  const title = kindsToSetUp(page.case.measures)
    .map((kind, index) => words(index < done ? `setUp.done.${kind}` : `setUp.todo.${kind}`))
    .join(' · ');
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={title || words('next.enrol')}
      side={
        state === 'ok'
          ? happened('enrolment-confirmed')
          : state === 'now' && enrolment
            ? t('until', { when: when(enrolment.closesAt) })
            : state === 'later' && wait?.endsAt && status === 'waiting'
              ? words('steps.opens', { when: when(wait.endsAt, 'short') })
              : state === 'later' && <AfterThat />
      }
      why={state !== 'ok' && `${t('why')} ${t('after')}`}
    />
  );
}

function FinishStep({ page, number, state }: DrawProps) {
  const t = useTranslations('caseFile.steps.finish');
  const happened = useHappened(page);
  return (
    <Drawn
      {...{ number, state }}
      paused={page.case.status === 'paused'}
      title={t('title')}
      side={state === 'ok' ? happened('case-completed') : state === 'later' && <AfterThat />}
      why={
        state === 'ok'
          ? t('done')
          : page.case.status === 'stuck'
            ? `${t('stuck')} ${t('why')}`
            : t('why')
      }
    />
  );
}

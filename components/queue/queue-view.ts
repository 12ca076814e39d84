import { DESK_ACTS, type NextAction, type StatusGroup } from '../../lib/domain/case/summary';

/** One view of the queue, as its address says. */
export type QueueView = {
  group: StatusGroup;
  mine: boolean;
  organisationId?: string;
  nextAction?: NextAction;
};

/** In which tab cases with this next action stand. */
export const NEXT_BY_GROUP: Record<StatusGroup, readonly NextAction[]> = {
  todo: DESK_ACTS,
  waiting: ['wait', 'answer-pause', 'enrol', 'run-measures'],
  done: [],
};

export const NEXT_ACTIONS_SHOWN: readonly NextAction[] = [
  ...NEXT_BY_GROUP.todo,
  ...NEXT_BY_GROUP.waiting,
];

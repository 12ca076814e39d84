import { NEXT_ACTIONS_SHOWN, type QueueView } from './queue-view';

const GROUPS = ['todo', 'waiting', 'done'] as const;
type Asked = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What the address of the queue asks for; anything unknown in it is left out. */
export const readQueueView = (asked: Asked): QueueView => {
  const next = NEXT_ACTIONS_SHOWN.find((action) => action === one(asked.next));
  const organisationId = one(asked.org);
  return {
    group: GROUPS.find((group) => group === asked.view) ?? 'todo',
    mine: asked.mine === '1',
    ...(organisationId ? { organisationId } : {}),
    ...(next ? { nextAction: next } : {}),
  };
};

/** The address of a view of the queue. A place within a list belongs to that list only, so it is given apart. */
export const queueHref = (
  view: QueueView,
  place: { after?: string; before?: string } = {},
): string => {
  const query = new URLSearchParams();
  if (view.group !== 'todo') query.set('view', view.group);
  if (view.mine) query.set('mine', '1');
  if (view.organisationId) query.set('org', view.organisationId);
  if (view.nextAction) query.set('next', view.nextAction);
  for (const [key, value] of Object.entries(place)) query.set(key, value);
  const text = query.toString();
  return text ? `/queue?${text}` : '/queue';
};

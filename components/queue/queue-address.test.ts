import { describe, expect, it } from 'vitest';
import { queueHref, readQueueView } from './queue-address';
import type { QueueView } from './queue-view';

describe('the address of the queue', () => {
  const views: QueueView[] = [
    { group: 'todo', mine: false },
    { group: 'waiting', mine: true, nextAction: 'enrol' },
    { group: 'done', mine: false, organisationId: 'an organisation' },
  ];

  it.each(views)('says %j and nothing else', (view) => {
    const href = queueHref(view);
    const asked = Object.fromEntries(new URL(href, 'http://localhost').searchParams);
    expect(readQueueView(asked)).toEqual(view);
  });

  it.each([
    ['nothing', {}],
    ['a tab that is none', { view: 'everything' }],
    ['a step that is none', { next: 'delete' }],
    ['the same thing twice', { view: ['done', 'waiting'], org: ['a', 'b'], next: ['wait', 'x'] }],
  ])('with %s in it is the first tab, unfiltered', (_, asked) => {
    expect(readQueueView(asked)).toEqual({ group: 'todo', mine: false });
  });

  it('carries a place in the list', () => {
    expect(queueHref({ group: 'todo', mine: true }, { after: 'x_y' })).toBe(
      '/queue?mine=1&after=x_y',
    );
  });
});

import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button-look';
import { FilterPills } from '../ui/filter-pills';
import { Select } from '../ui/select';
import { queueHref } from './queue-address';
import { NEXT_BY_GROUP, type QueueView } from './queue-view';

/** What the list is narrowed to: an address, so that it can be kept and gone back to. */
export function QueueFilters({
  view,
  organisations,
}: {
  view: QueueView;
  organisations: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('queue');
  const next = useTranslations('caseFile.next');
  const { mine: _, ...notMine } = view;
  const { organisationId, ...anyOrganisation } = view;
  const { nextAction, ...anyNext } = view;
  const steps = NEXT_BY_GROUP[view.group];
  const organisation = organisations.find(({ id }) => id === organisationId);
  const pills = [
    ...(view.mine
      ? [{ label: t('mine'), hrefWithout: queueHref({ ...notMine, mine: false }) }]
      : []),
    ...(organisation
      ? [{ label: organisation.name, hrefWithout: queueHref(anyOrganisation) }]
      : []),
    ...(nextAction ? [{ label: next(nextAction), hrefWithout: queueHref(anyNext) }] : []),
  ];
  return (
    <div className="mb-3.5 grid gap-2.5">
      <FilterPills filters={pills} />
      <details>
        <summary className="min-h-6 w-fit text-small text-ink-2">{t('filter')}</summary>
        <form action="/queue" className="mt-2 flex flex-wrap items-end gap-3">
          {view.group !== 'todo' && <input type="hidden" name="view" value={view.group} />}
          {organisations.length > 1 && (
            <Select
              name="org"
              label={t('organisation')}
              defaultValue={organisationId ?? ''}
              options={[
                { value: '', label: t('allOrganisations') },
                ...organisations.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          {steps.length > 0 && (
            <Select
              name="next"
              label={t('next')}
              defaultValue={nextAction ?? ''}
              options={[
                { value: '', label: t('allNext') },
                ...steps.map((action) => ({ value: action, label: next(action) })),
              ]}
            />
          )}
          <label className="flex min-h-10 items-center gap-2">
            <input
              type="checkbox"
              name="mine"
              value="1"
              defaultChecked={view.mine}
              className="size-5"
            />
            {t('mineOnly')}
          </label>
          <button type="submit" className={buttonClass('default')}>
            {t('apply')}
          </button>
        </form>
      </details>
    </div>
  );
}

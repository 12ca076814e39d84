import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button-look';
import { Select } from '../ui/select';
import { TextField } from '../ui/text-field';

export type Chosen = Partial<
  Record<'organisation' | 'from' | 'until' | 'actor' | 'account' | 'kind' | 'handle', string>
>;
type Options = readonly { value: string; label: string }[];

/** By what the log is searched: an address, so that a search can be kept and gone back to. */
export function AuditFilters({
  chosen,
  timeZone,
  organisations,
  staff,
  kinds,
}: {
  chosen: Chosen;
  timeZone: string;
  organisations: Options;
  staff: Options;
  kinds: Options;
}) {
  const t = useTranslations('audit.filters');
  return (
    <search className="mb-5" aria-label={t('title')}>
      <form
        action="/audit"
        className="grid gap-4 rounded-lg border border-line bg-card p-4 shadow-card"
      >
        <div className="grid items-end gap-4 desk:grid-cols-4 [&_input]:min-w-0">
          <Select
            name="kind"
            label={t('kind')}
            placeholder={t('allKinds')}
            defaultValue={chosen.kind}
            options={kinds}
          />
          <Select
            name="actor"
            label={t('actor')}
            placeholder={t('everybody')}
            defaultValue={chosen.actor}
            options={staff}
          />
          <TextField
            name="account"
            label={t('account')}
            placeholder={t('accountHint')}
            autoComplete="off"
            defaultValue={chosen.account}
          />
          <TextField
            name="handle"
            label={t('handle')}
            autoComplete="off"
            spellCheck={false}
            defaultValue={chosen.handle}
          />
          <TextField
            name="from"
            type="datetime-local"
            label={t('from')}
            defaultValue={chosen.from}
          />
          <TextField
            name="until"
            type="datetime-local"
            label={t('until')}
            defaultValue={chosen.until}
          />
          {organisations.length > 1 && (
            <Select
              name="organisation"
              label={t('organisation')}
              placeholder={t('allOrganisations')}
              defaultValue={chosen.organisation}
              options={organisations}
            />
          )}
          <button type="submit" className={buttonClass('primary')}>
            {t('submit')}
          </button>
        </div>
        <p className="text-small text-ink-2">{t('zone', { zone: timeZone })}</p>
      </form>
    </search>
  );
}

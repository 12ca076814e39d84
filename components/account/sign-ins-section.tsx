import { useLocale, useTranslations } from 'next-intl';
import type { AccountPage, SignInView } from '../../lib/domain/account/account-view';
import { Chip } from '../ui/chip';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { Nothing, Section } from './section';

/** `NL` → Nederland; a code that is none stays as it is. */
const useCountry = (): ((code: string) => string) => {
  const names = new Intl.DisplayNames(useLocale(), { type: 'region' });
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
};

/** Who knocked with this account, from where and with what; the latest first. */
export function SignInsSection({ page }: { page: AccountPage }) {
  const t = useTranslations('account.signIns');
  const factors = useTranslations('caseFile.factors');
  const country = useCountry();
  const columns: Column<SignInView>[] = [
    { key: 'when', header: t('when'), cell: ({ at }) => <Instant at={at} clock={page} /> },
    {
      key: 'outcome',
      header: t('outcome'),
      cell: ({ outcome, factor }) => (
        <>
          <Chip tone={outcome === 'ok' ? 'done' : 'stop'}>
            {t(outcome === 'ok' ? 'ok' : 'refused')}
          </Chip>
          {factor && <CellNote>{t('with', { factor: factors(factor) })}</CellNote>}
        </>
      ),
    },
    { key: 'device', header: t('device'), labelled: true, cell: ({ device }) => device },
    {
      key: 'from',
      header: t('from'),
      labelled: true,
      cell: ({ address, country: code }) => (
        <>
          {country(code)}
          <CellNote>
            <span className="font-mono">{address}</span>
          </CellNote>
        </>
      ),
    },
  ];
  return (
    <Section title={t('title')}>
      {page.signIns.length === 0 ? (
        <Nothing>{t('none')}</Nothing>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={page.signIns}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}

import { getLocale, getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { reasonText } from '@/components/importing/reasons';
import { isRefusal } from '@/lib/domain/case/command';
import { desk } from '@/lib/wiring';
import { reportCsv } from '../../report-csv';

/** Every row that was refused or needs care, as a file. Values are masked, as on the page; it is on record (R39). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ draftId: string }> },
): Promise<Response> {
  const { caller } = await staffSession();
  const { draftId } = await params;
  const report = await desk().exportImportReport(caller, { draftId });
  if (isRefusal(report)) return new Response(null, { status: 404 });
  const t = await getTranslations('importing');
  const line =
    (kind: string) =>
    ({
      row,
      field,
      value,
      code,
      otherRow,
    }: (typeof report)['refusedRows' | 'warnings'][number]) => [
      String(row),
      kind,
      field ?? '',
      value ?? '',
      otherRow === undefined
        ? reasonText(t, code)
        : `${reasonText(t, code)} (${t('refusals.otherRow', { row: String(otherRow) })})`,
    ];
  const csv = reportCsv(
    [
      [
        t('refusals.row'),
        t('report.kind'),
        t('refusals.field'),
        t('refusals.value'),
        t('refusals.reason'),
      ],
      ...report.refusedRows.map(line(t('report.refused'))),
      ...report.warnings.map(line(t('report.warning'))),
    ],
    await getLocale(),
  );
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t('report.name')}.csv"`,
    },
  });
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { freshSession } from '@/app/(desk)/security/fresh';
import { staffSession } from '@/app/session';
import { FileProblem } from '@/components/importing/file-problem';
import { Card } from '@/components/ui/card';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { may } from '@/lib/domain/access/can';
import { type Asked, one } from '../asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('title') };
}

/** Choosing a file. The browser sends it as it is, with or without JavaScript; the answer is another page. */
export default async function ImportPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { caller, memberships } = await staffSession();
  const organisations = new Map(
    memberships
      .filter(({ organisationId }) => may(caller.actor, 'account.import', organisationId))
      .map(({ organisationId, organisation }) => [organisationId, organisation]),
  );
  if (organisations.size === 0) notFound();
  await freshSession('/import');
  const asked = await searchParams;
  const t = await getTranslations('importing');
  const [only] = [...organisations.keys()];
  return (
    <PageBody>
      <PageHeader title={t('title')} />
      <div className="grid max-w-2xl gap-5">
        <p className="text-ink-2">{t('intro')}</p>
        <FileProblem
          problem={one(asked.problem)}
          row={one(asked.row)}
          columns={one(asked.columns)}
        />
        <Card>
          <form
            action="/api/upload/accounts"
            method="post"
            encType="multipart/form-data"
            className="grid gap-5"
          >
            {organisations.size === 1 ? (
              <>
                <input type="hidden" name="organisation" value={only} />
                <p>
                  {t('upload.organisation')}: <strong>{organisations.get(only ?? '')}</strong>
                </p>
              </>
            ) : (
              <Select
                name="organisation"
                label={t('upload.organisation')}
                required
                options={[...organisations].map(([value, label]) => ({ value, label }))}
              />
            )}
            <TextField
              name="file"
              type="file"
              accept=".csv,.txt,.tsv,text/csv"
              label={t('upload.file')}
              hint={t('upload.fileHint')}
              required
            />
            <p>
              <SubmitButton>{t('upload.submit')}</SubmitButton>
            </p>
          </form>
        </Card>
        <Card title={t('upload.formats')}>
          <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
            <li>{t('upload.google')}</li>
            <li>{t('upload.entra')}</li>
            <li>{t('upload.plain')}</li>
          </ul>
        </Card>
      </div>
    </PageBody>
  );
}

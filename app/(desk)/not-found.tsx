import { useTranslations } from 'next-intl';
import { LinkButton } from '../../components/ui/link-button';
import { PageBody } from '../../components/ui/page-body';
import { ProseTitle } from '../../components/ui/prose-title';
import { HOME } from '../home';

/** Unknown and foreign look the same, in words and in status (R14); the frame of the desk stays around it. */
export default function DeskNotFound() {
  const t = useTranslations('common');
  return (
    <PageBody>
      <div className="grid gap-5">
        <ProseTitle title={t('notFound.title')}>
          <p>{t('notFound.text')}</p>
        </ProseTitle>
        <p>
          <LinkButton href={HOME}>{t('actions.home')}</LinkButton>
        </p>
      </div>
    </PageBody>
  );
}

import { useTranslations } from 'next-intl';
import type { CaseStatus } from '../../lib/domain/case/case';
import type { NextAction } from '../../lib/domain/case/summary';
import { Chip } from '../ui/chip';
import { statusShown } from './case-words';

/** How a case stands, in one word. */
export function StatusChip({ status, next }: { status: CaseStatus; next: NextAction }) {
  const { tone, text } = statusShown(useTranslations('caseFile'), status, next === 'run-runbook');
  return <Chip tone={tone}>{text}</Chip>;
}

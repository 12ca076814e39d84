import { NotAskedNotice } from '@/components/account/not-asked-notice';
import { AccountCard } from '@/components/case/account-card';
import { CaseBar } from '@/components/case/case-bar';
import { CaseSteps } from '@/components/case/case-steps';
import { isEnded } from '@/components/case/case-words';
import { HistoryCard } from '@/components/case/history-card';
import { NowBox } from '@/components/case/now-box';
import { ReadOut } from '@/components/case/read-out';
import { PageBody } from '@/components/ui/page-body';
import { may } from '@/lib/domain/access/can';
import { front } from '@/lib/wiring-front';
import { askApproval, sendCode, takeCase } from './actions';
import { type CaseParams, loadCase } from './load-case';
import { CaseTitle } from './page-title';

type Search = { searchParams: Promise<{ history?: string }> };

/** One case: what to do now, every step and why, the account beside it, and all that happened. */
export default async function CaseScreen({ params, searchParams }: CaseParams & Search) {
  const { session, page } = await loadCase({ params });
  const { history } = await searchParams;
  const { id, handle, status, measures } = page.case;
  const readOut = <ReadOut handle={handle} address={holderAddress()} />;
  // While the caller is on the line it comes before the steps, also on a narrow screen.
  const onTheLine = status === 'collecting' && measures.length > 0;
  return (
    <>
      <CaseTitle handle={handle} />
      <CaseBar
        page={page}
        askApproval={askApproval.bind(null, id)}
        takeCase={takeCase.bind(null, id)}
      />
      <PageBody
        aside={
          <>
            {!isEnded(page.case) && !onTheLine && readOut}
            <AccountCard
              account={page.account}
              organisation={page.organisation.name}
              clock={page}
              open={may(session.caller.actor, 'account.read', page.organisation.id)}
            />
            <HistoryCard page={page} all={history === 'all'} />
          </>
        }
      >
        <NowBox page={page} />
        {!isEnded(page.case) && <NotAskedNotice account={page.account} clock={page} />}
        {onTheLine && readOut}
        <CaseSteps page={page} sendCode={sendCode.bind(null, id)} />
      </PageBody>
    </>
  );
}

/** As it is read out: the browser adds the rest. */
const holderAddress = (): string => `${front().publicUrl.replace(/^https?:\/\//, '')}/h`;

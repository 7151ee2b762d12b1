import { compareTexts } from '../../../period/instant.ts';
import { draftAtEnd } from '../at-end/state-at-end.ts';
import type { ItemEvent } from '../facts/timeline-entries.ts';
import type { IdentifiedItem } from '../find/one-by-one/by-id.ts';
import { resultsField } from '../find/search/results-field.ts';
import { readPages } from '../lists/read-pages.ts';
import { readRemainingPages } from '../lists/remaining-pages.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import {
  isReviewOf,
  laterEventList,
  reviewsUntil,
  waitingCandidates,
  type WaitingCandidate,
} from './waiting-facts.ts';

/** The first page is short: the searches of many repositories share a request. */
const [firstPage, laterPage] = [20, 100];
/** Of one search. Who waits longest is among the oldest. */
const mostCandidates = 500;

interface Waiting extends IdentifiedItem {
  createdAt: string;
}

/**
 * The pull requests of the repositories that waited longest for review when the period ended: open, no
 * drafts, by people, and not reviewed by anybody else; the oldest first. Warns where it can't look at all.
 *
 * @param most how many
 */
export async function findWaiting(
  run: Run,
  repositories: readonly SurveyedRepository[],
  most: number,
): Promise<IdentifiedItem[]> {
  if (most === 0) return [];
  const { end } = run.period;
  run.requester.allowance.expect(Math.ceil(repositories.length / 8) + 2);
  const found = await Promise.all(
    repositories.flatMap(({ nameWithOwner: repository }) =>
      // Open at the end: today's open ones, and those that were closed since.
      [`is:open created:<${end}`, `created:<${end} closed:>=${end}`].map((terms) =>
        searchWaiting(run, repository, `is:pr ${terms}`, most),
      ),
    ),
  );
  const byId = new Map(found.flat().map((item) => [item.id, item]));
  return [...byId.values()]
    .sort((a, b) => compareTexts(a.createdAt, b.createdAt) || a.number - b.number)
    .slice(0, most);
}

async function searchWaiting(
  run: Run,
  repository: string,
  terms: string,
  most: number,
): Promise<Waiting[]> {
  const checked = new Map<string, { candidate: WaitingCandidate; waits: boolean }>();
  const waiting = () => [...checked.values()].filter(({ waits }) => waits);
  const query = {
    ...{ type: 'PullRequest' as const, operation: 'Waiting' as const },
    fragment: waitingCandidates(run.period),
  };
  const text = `repo:${repository} ${terms} sort:created-asc`;
  const ask = async (after: string | null) => {
    const first = after === null ? firstPage : laterPage;
    const field = resultsField(query, { text, after, first });
    const page = await run.requester.ask({ ...field, optional: true });
    if ('nodes' in page) {
      const results = page.nodes.map(async (candidate) => {
        return { candidate, waits: await waitsForReview(run, candidate) };
      });
      for (const result of await Promise.all(results)) checked.set(result.candidate.id, result);
    }
    return page;
  };
  const { complete, failure } = await readPages(ask, {
    key: ({ id }) => id,
    isLast: () => waiting().length >= most || checked.size >= mostCandidates,
  });
  const isCut = checked.size >= mostCandidates && waiting().length < most;
  if (!complete || isCut) {
    const reason = failure === undefined ? '' : `: ${failure.brief}`;
    run.warn(
      'waiting-cut',
      `Only the oldest ${checked.size} open pull requests were looked at for those that wait for review${reason}.`,
      repository,
    );
  }
  return waiting().map(({ candidate: { id, number, createdAt } }) => {
    return { id, number, createdAt, repository };
  });
}

async function waitsForReview(run: Run, candidate: WaitingCandidate): Promise<boolean> {
  const { requester, period } = run;
  const { id, author, isDraft, createdAt } = candidate;
  if (author.type === 'bot' || createdAt >= period.end) return false;
  const item = { type: 'PullRequest' as const, id };
  const later = await readRemainingPages(requester, item, laterEventList(period), candidate.later);
  if (!later.complete || !isOpenAtEnd(candidate, later.nodes, period.end)) return false;
  if (draftAtEnd(isDraft, later.nodes, period.end)) return false;
  const isReview = isReviewOf(author, period);
  const reviews = await readRemainingPages(
    requester,
    item,
    reviewsUntil(isReview),
    candidate.reviews,
  );
  return reviews.complete && !reviews.nodes.some(isReview);
}

/** The first turn after the end tells what it was before. */
function isOpenAtEnd(
  { closedAt }: WaitingCandidate,
  events: readonly ItemEvent[],
  end: string,
): boolean {
  const [turn] = events
    .filter(({ event, at }) => at >= end && ['closed', 'reopened', 'merged'].includes(event))
    .sort((a, b) => compareTexts(a.at, b.at));
  return turn ? turn.event !== 'reopened' : closedAt === null || closedAt >= end;
}

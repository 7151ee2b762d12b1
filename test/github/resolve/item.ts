import { pageOf, type PageArguments } from '../connection.ts';
import type { Issue, Item, PullRequest } from '../data/item.ts';
import { labelOf } from '../data/labels.ts';
import {
  commentsOf,
  commitsOf,
  filesOf,
  mergeCommitOf,
  reviewsOf,
  type Review,
} from '../data/parts.ts';
import { timelineOf } from '../data/timeline.ts';
import type { Resolver, Resolvers } from './context.ts';

/** At most this many files of a pull request are listed. */
const fileCap = 3_000;

const shared: Record<string, Resolver> = {
  comments: (item: Item, args: PageArguments) =>
    pageOf(commentsOf(item), args, { name: `comments ${item.id}` }),
  labels: (item: Item, args: PageArguments) =>
    item.labelNames === null
      ? null
      : pageOf(
          item.labelNames.map((name) => labelOf(item.repository, name)),
          args,
          { name: `labels ${item.id}` },
        ),
  timelineItems: (item: Item, args: TimelineArguments) => {
    const types = args.itemTypes && new Set(args.itemTypes.map(typename));
    const since = args.since ? Date.parse(args.since) : -Infinity;
    const all = timelineOf(item);
    const list = all.filter(
      ({ __typename, at }) => (!types || types.has(__typename)) && Date.parse(at) >= since,
    );
    const skipped = args.skip ? list.slice(args.skip) : list;
    // Nobody says whether `totalCount` knows of `itemTypes`: here it does not, lest anyone relies on it.
    const page = pageOf(skipped, args, { name: `timeline ${item.id}`, total: all.length });
    const { length: pageCount } = page.nodes;
    return page.with({
      counts: { ...page.counts, pageCount, updatedAt: item.updatedAt },
    });
  },
};

export const item: Resolvers = {
  Issue: {
    ...shared,
    stateReason: ({ reason }: Issue, { enableDuplicate }: { enableDuplicate: boolean }) =>
      reason === 'DUPLICATE' && !enableDuplicate ? 'NOT_PLANNED' : reason,
  },
  PullRequest: {
    ...shared,
    mergeCommit: (source: PullRequest) => mergeCommitOf(source),
    additions: (source: PullRequest) => sum(source, 'additions'),
    deletions: (source: PullRequest) => sum(source, 'deletions'),
    files: (source: PullRequest, args: PageArguments) => {
      const files = filesOf(source);
      const name = `files ${source.id}`;
      return files && pageOf(files.slice(0, fileCap), args, { name, total: files.length });
    },
    reviews: (source: PullRequest, args: ReviewArguments) => {
      const wanted = (review: Review) => args.states?.includes(review.state) ?? true;
      const reviews = reviewsOf(source)?.filter(wanted);
      return reviews && pageOf(reviews, args, { name: `reviews ${source.id}` });
    },
    commits: (source: PullRequest, args: PageArguments) => {
      const nodes = commitsOf(source).map((commit) => ({
        id: `PC_${commit.id}`,
        commit,
        pullRequest: source,
      }));
      return pageOf(nodes, args, { name: `commits ${source.id}` });
    },
    closingIssuesReferences: (source: PullRequest, args: PageArguments) => {
      const { closingIssuesReferences: given = [] } = source.input;
      const { data } = source.repository;
      const seen = (issue: Item): issue is Issue =>
        issue.__typename === 'Issue' && issue.repository.access === 'granted';
      const issues = given?.map((one) => data.find(one, source.repository)).filter(seen);
      return issues && pageOf(issues, args, { name: `closing ${source.id}` });
    },
  },
  PullRequestReview: {
    comments: (source: Review, args: PageArguments) =>
      pageOf(source.comments, args, { name: `comments ${source.id}` }),
  },
};

interface TimelineArguments extends PageArguments {
  itemTypes?: readonly string[] | null;
  since?: string | null;
  skip?: number | null;
}

interface ReviewArguments extends PageArguments {
  states?: readonly string[] | null;
}

/** `ISSUE_COMMENT` to `IssueComment`. */
function typename(itemType: string): string {
  return itemType.toLowerCase().replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function sum(source: PullRequest, field: 'additions' | 'deletions'): number {
  return (filesOf(source) ?? []).reduce((total, file) => total + file[field], 0);
}

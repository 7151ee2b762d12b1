import { readFileSync } from 'node:fs';
import type { CommentInput, DataSetInput, IssueInput, PullRequestInput } from './input.ts';
import { earlier } from './times.ts';

interface SeedItem {
  repo: string;
  number: number;
  kind: 'pr' | 'issue' | null;
  title: string | null;
  author: string | null;
  createdAt: string | null;
  mergedAt: string | null;
  mergedBy: string | null;
  labels: string[];
  baseBranch: string | null;
  headBranch: string | null;
  mergeCommit: string | null;
  files: [path: string, additions: number, deletions: number][];
  comments: [login: string, at: string][];
  reviews: [login: string, at: string][];
  /** `owner/name#number`, by a closing word in the body. */
  closes: string[];
  links: string[];
}

interface Seed {
  repositories: string[];
  items: SeedItem[];
}

/**
 * The recorded week of LinuxKit as a data set. Days stay noons, unless the item was merged before.
 * Issues that a merged pull request names with a closing word were closed by its merge, as GitHub
 * does it; the others are open. The one item known only by its number is left out.
 */
export function seedWeek(): DataSetInput {
  const file = new URL('../../seed/week-2017-05-08.json', import.meta.url);
  const { items, repositories } = JSON.parse(readFileSync(file, 'utf8')) as Seed;
  const known = new Set(items.map(reference));
  const closedBy = new Map<string, SeedItem>();
  for (const item of items) for (const issue of item.closes) closedBy.set(issue, item);
  const of = (name: string, kind: SeedItem['kind']) =>
    items.filter((item) => item.repo === name && item.kind === kind);
  return {
    repositories: repositories.map((name) => ({
      name,
      defaultBranch: 'master',
      pullRequests: of(name, 'pr').map((item) => pullRequest(item, known)),
      issues: of(name, 'issue').map((item) => issue(item, closedBy.get(reference(item)))),
    })),
  };
}

function reference({ repo, number }: SeedItem): string {
  return `${repo}#${number}`;
}

function common(item: SeedItem): IssueInput {
  const { number, createdAt, mergedAt } = item;
  const late = createdAt === null || (mergedAt !== null && createdAt > mergedAt);
  const created = late && mergedAt !== null ? earlier(mergedAt) : createdAt;
  return {
    number,
    ...(item.title !== null && { title: item.title }),
    ...(item.author !== null && { author: item.author }),
    ...(created !== null && { createdAt: created }),
    labels: item.labels,
    comments: item.comments.map(([author, at]): CommentInput => ({ author, createdAt: at })),
    body: [
      ...item.closes.map((one) => `Fixes ${one}.`),
      ...item.links.map((one) => `See ${one}.`),
    ].join('\n'),
  };
}

function issue(item: SeedItem, closer: SeedItem | undefined): IssueInput {
  if (!closer?.mergedAt) return common(item);
  const { mergedAt: closedAt, mergedBy } = closer;
  const event = {
    type: 'ClosedEvent',
    createdAt: closedAt,
    actor: mergedBy,
    closer: reference(closer),
  };
  return { ...common(item), closedAt, closedBy: mergedBy, events: [event] };
}

function pullRequest(item: SeedItem, known: ReadonlySet<string>): PullRequestInput {
  return {
    ...common(item),
    mergedAt: item.mergedAt,
    mergedBy: item.mergedBy,
    mergeCommit: item.mergeCommit,
    ...(item.baseBranch !== null && { baseRefName: item.baseBranch }),
    ...(item.headBranch !== null && { headRefName: item.headBranch }),
    files: item.files.map(([path, additions, deletions]) => ({ path, additions, deletions })),
    reviews: item.reviews.map(([author, submittedAt]) => ({ author, submittedAt })),
    closingIssuesReferences: item.closes.filter((one) => known.has(one)),
  };
}

import { randomFrom } from '../random.ts';
import type {
  CommentInput,
  EventInput,
  IssueInput,
  PullRequestInput,
  RepositoryInput,
} from './input.ts';
import { toInstant } from './times.ts';

export interface GenerateOptions {
  name: string;
  seed?: number;
  /** The half-open window that "inside" means below. */
  start: string;
  end: string;
  /** When people still touch what they touched then: the window's end, unless given. */
  today?: string;
  /** The share of all items that somebody touched between the window's end and `today`. */
  touchedSince?: number;
  /** Pull requests merged inside; closed inside without a merge; merged before, with nothing inside. */
  merged?: number;
  unmerged?: number;
  quietPullRequests?: number;
  /** Issues with a comment inside, every other one closed inside; and older ones with nothing inside. */
  activeIssues?: number;
  quietIssues?: number;
}

const day = 86_400_000;
const areas = ['src/cmd', 'kernel', 'pkg/init', 'test/cases', 'docs', 'projects/demo', 'tools'];
const names = ['bug', 'docs', 'area/kernel', 'area/cli', 'priority/P1', 'kind/enhancement'];

type Draft = ({ pullRequest: PullRequestInput } | { issue: IssueInput }) & { createdAt: string };

/** A repository as large as wanted, the same one for the same options; numbers follow creation. */
export function generateRepository(options: GenerateOptions): RepositoryInput {
  const random = randomFrom(options.seed ?? 1);
  const start = Date.parse(options.start);
  const end = Date.parse(options.end);
  const today = Math.max(end, Date.parse(options.today ?? options.end));

  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const pick = (list: readonly string[]) => list[upTo(list.length - 1)] ?? '';
  const between = (from: number, to: number) =>
    toInstant(from + Math.floor((random() * (to - from)) / 1000) * 1000);
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const person = () => `person-${Math.floor(random() * random() * 300)}`;
  const author = () => (random() < 0.08 ? 'renovate[bot]' : random() < 0.01 ? null : person());
  const labels = () => times(upTo(2), () => pick(names));
  const comments = (count: number, from: number, to: number): CommentInput[] =>
    times(count, () => ({ author: author(), createdAt: between(from, to), body: 'I see.' }));

  /** What people did to it long after. */
  function since(): { comments: CommentInput[]; events: EventInput[] } {
    if (today === end || random() >= (options.touchedSince ?? 0))
      return { comments: [], events: [] };
    const createdAt = between(end, today);
    return random() < 0.5
      ? { comments: comments(1, end, today), events: [] }
      : {
          comments: [],
          events: [{ type: 'LabeledEvent', createdAt, actor: person(), label: pick(names) }],
        };
  }

  function pullRequest(from: number, to: number, merged: boolean): Draft {
    const endedAt = between(from, to);
    const ended = Date.parse(endedAt);
    const created = Math.min(
      ended - 60_000,
      ended - Math.floor(random() * random() * 21) * day - upTo(3_600) * 1000,
    );
    const createdAt = toInstant(created);
    const by = author();
    const later = since();
    return {
      createdAt,
      pullRequest: {
        title: `${pick(areas)}: change ${Math.floor(random() * 1e6)}`,
        body: 'Why and how.',
        author: by,
        createdAt,
        ...(merged
          ? { mergedAt: endedAt, mergedBy: person() }
          : { closedAt: endedAt, closedBy: person() }),
        labels: labels(),
        files: times(1 + upTo(5), (index) => ({
          path: `${pick(areas)}/file-${index}.go`,
          additions: upTo(40),
          deletions: upTo(20),
        })),
        comments: [...comments(upTo(3), created, ended), ...later.comments],
        reviews: times(upTo(2), () => ({
          author: person(),
          submittedAt: between(created, ended),
          state: 'APPROVED',
        })),
        commits: times(1 + upTo(2), () => ({ author: by, committedDate: between(created, ended) })),
        events: later.events,
      },
    };
  }

  function issue(createdAt: string, inside: CommentInput[], closedAt: string | null): Draft {
    const later = since();
    const body = {
      title: `${pick(areas)}: trouble ${Math.floor(random() * 1e6)}`,
      body: 'It breaks.',
    };
    return {
      createdAt,
      issue: {
        ...body,
        author: author(),
        createdAt,
        closedAt,
        closedBy: person(),
        labels: labels(),
        comments: [...inside, ...later.comments],
        events: later.events,
      },
    };
  }

  const drafts: Draft[] = [
    ...times(options.merged ?? 0, () => pullRequest(start, end, true)),
    ...times(options.unmerged ?? 0, () => pullRequest(start, end, false)),
    ...times(options.quietPullRequests ?? 0, () => pullRequest(start - 700 * day, start, true)),
    ...times(options.activeIssues ?? 0, (index) => {
      const createdAt = between(index % 3 ? start : start - 500 * day, end - 60_000);
      const from = Math.max(start, Date.parse(createdAt));
      return issue(
        createdAt,
        comments(1 + upTo(3), from, end),
        index % 2 ? between(from, end) : null,
      );
    }),
    ...times(options.quietIssues ?? 0, () => {
      const createdAt = between(start - 1_000 * day, start - day);
      const closedAt = random() < 0.5 ? between(Date.parse(createdAt), start) : null;
      return issue(createdAt, [], closedAt);
    }),
  ];
  return numbered(options.name, drafts, random);
}

function numbered(name: string, drafts: Draft[], random: () => number): RepositoryInput {
  drafts.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  const pullRequests: PullRequestInput[] = [];
  const issues: IssueInput[] = [];
  for (const [index, draft] of drafts.entries()) {
    if ('issue' in draft) issues.push({ ...draft.issue, number: index + 1 });
    else pullRequests.push({ ...draft.pullRequest, number: index + 1 });
  }
  for (const pullRequest of pullRequests) {
    const number = issues[Math.floor(random() * issues.length * 5)]?.number;
    if (number !== undefined) pullRequest.closingIssuesReferences = [number];
  }
  return { name, pullRequests, issues, createdAt: '2010-01-01T00:00:00Z' };
}

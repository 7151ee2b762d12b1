import { instantOf } from '../../../../src/period/instant.ts';
import { startOfDay } from '../../../../src/period/timezone.ts';
import type { Snapshot } from '../../../../src/snapshot/schema.ts';
import { sources } from '../../../../src/snapshot/sources.ts';
import { act, issue, pull, snapshot, user } from '../../../support/snapshot.ts';

/** An item of a model, as its facts are; `acme/widgets` unless another repository is named. */
export interface ModelItem {
  number: number;
  title: string;
  /** The author, then who else took part. */
  people: string[];
  repository?: string;
  state?: 'merged' | 'open';
  kind?: 'issue' | 'closed-issue';
  closes?: number;
  labels?: string[];
  isFirst?: boolean;
}

/** From the first day up to the next period; `date` is the report's own. */
export interface ModelDays {
  kind: Snapshot['period']['kind'];
  first: string;
  next: string;
  date: string;
}

/** The facts of the days of a model. */
export function factsOf(period: ModelDays, items: readonly ModelItem[]): Snapshot {
  const start = startOfDay(period.first, 'UTC');
  const at = instantOf(Date.parse(start) + 36_000_000);
  const common = ({
    number,
    title,
    people,
    repository = 'acme/widgets',
    closes,
    labels = [],
  }: ModelItem) => ({
    ...{ repository, number, title, labels, author: user(people[0] ?? ''), createdAt: at },
    activity: people.map((login, index) => act(index === 0 ? 'opened' : 'commented', login, at)),
    references:
      closes === undefined
        ? []
        : [{ repository, number: closes, relation: 'closes' as const, from: 'github' as const }],
  });
  const pulls = items.filter(({ kind }) => kind === undefined);
  const issues = items.filter(({ kind }) => kind !== undefined);
  return snapshot({
    period: {
      kind: period.kind,
      ...{ start, end: startOfDay(period.next, 'UTC'), timezone: 'UTC', date: period.date },
    },
    collected: {
      ...{ source: 'github', knows: sources.github.knows },
      ...{ at: instantOf(Date.parse(period.next) + 86_400_000), requests: 3, points: 3 },
    },
    repositories: [...new Set(items.map(({ repository = 'acme/widgets' }) => repository))],
    pullRequests: pulls.map((item) => {
      const isOpen = item.state === 'open';
      const end = isOpen ? null : at;
      return pull(item.number, {
        ...common(item),
        ...{ closedAt: end, mergedAt: end, state: isOpen ? 'open' : 'merged' },
        mergedBy: isOpen ? null : user(item.people.at(-1) ?? ''),
        firstByAuthor: item.isFirst ?? false,
      });
    }),
    issues: issues.map((item) =>
      issue(item.number, {
        ...common(item),
        ...(item.kind === 'closed-issue' && { state: 'closed', closedAt: at }),
      }),
    ),
  });
}

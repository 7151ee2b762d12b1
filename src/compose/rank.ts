import type { Issue, Person } from '../snapshot/schema.ts';
import { personKey } from '../people/person-key.ts';

/** How much an issue was discussed inside the period, without bots. */
export interface Attention {
  people: number;
  /** The opening and the comments. */
  posts: number;
}

export function attention({ activity }: Pick<Issue, 'activity'>): Attention {
  const human = activity.filter(({ by }) => by.type !== 'bot');
  const people = new Set(human.map(({ by }: { by: Person }) => personKey(by)));
  const posts = human.filter(({ did }) => did === 'opened' || did === 'commented');
  return { people: people.size, posts: posts.length };
}

/** Issues by the number of people, then of posts, most first; of equals the newest first. */
export function rank(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => ({ issue, ...attention(issue) }))
    .sort(
      (a, b) =>
        b.people - a.people ||
        b.posts - a.posts ||
        b.issue.number - a.issue.number ||
        (a.issue.repository < b.issue.repository ? -1 : 1),
    )
    .map(({ issue }) => issue);
}

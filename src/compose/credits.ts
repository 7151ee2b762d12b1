import { authorMatch } from '../categorise/match.ts';
import type { Config } from '../config/schema/schema.ts';
import type { CreditRole } from '../config/schema/people-schema.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { personKey } from '../people/person-key.ts';
import { personName } from '../people/person-name.ts';
import { compareTexts } from '../period/instant.ts';
import type {
  Act,
  DirectCommit,
  Issue,
  Person,
  PullRequest,
  Snapshot,
} from '../snapshot/schema.ts';
import type { Credit } from './view/entry-schema.ts';

/** Whom entries credit. */
export interface Crediting {
  /** Null for everybody who took part. */
  roles: ReadonlySet<CreditRole> | null;
  isLeftOut: (person: Person) => boolean;
}

/**
 * As the config has it. By default everybody who took part; where the reviews are unknown, those who
 * wrote the change: a merge alone is then the only other act, and often a maintainer's button.
 */
export function creditingOf({ collected }: Snapshot, { credits, exclude }: Config): Crediting {
  const written: CreditRole[] = ['author', 'co-author'];
  const roles = credits ?? (collected.knows.includes('reviews') ? null : written);
  const excluded = authorMatch(exclude.authors);
  return {
    roles: roles === null ? null : new Set(roles),
    isLeftOut: ({ login, type }) => type === 'bot' || (login !== null && excluded(login) !== null),
  };
}

const roleOfAct: Record<Act['did'], CreditRole> = {
  opened: 'commenter',
  committed: 'co-author',
  commented: 'commenter',
  reviewed: 'reviewer',
  merged: 'merger',
  closed: 'merger',
  reopened: 'merger',
};

/**
 * The author of the first item and who wrote it too, then the authors of other pull requests and
 * everybody else by their first act; each once, without bots.
 */
export function creditsOf(
  [first, ...others]: readonly (PullRequest | Issue | DirectCommit)[],
  { roles, isLeftOut }: Crediting,
  server: string,
): Credit[] {
  const counts = (role: CreditRole) => roles === null || roles.has(role);
  const writers = (item: PullRequest | Issue | DirectCommit): Person[] => [
    ...(counts('author') ? [item.author] : []),
    ...('coAuthors' in item && counts('co-author') ? item.coAuthors : []),
  ];
  if (!first) return [];
  const all = [first, ...others];
  // The authors too: not every source knows who opened a pull request.
  const written = others.flatMap((item) =>
    'mergedAt' in item ? writers(item).map((by) => ({ by, at: item.mergedAt ?? '' })) : [],
  );
  const acts = all
    .flatMap((item) => ('activity' in item ? item.activity : []))
    .filter(({ did }) => counts(roleOfAct[did]));
  const inOrder = [...acts, ...written].toSorted((a, b) => compareTexts(a.at, b.at));
  return distinct(
    [...writers(first), ...inOrder.map(({ by }) => by)].filter((one) => !isLeftOut(one)),
    server,
  );
}

/** Each person once, in the order of their first mention; without those of no known name. */
export function distinct(people: readonly Person[], server: string): Credit[] {
  const byKey = new Map<string, Credit>();
  for (const person of people) {
    const key = personKey(person);
    const credit = byKey.has(key) ? null : creditTo(person, server);
    if (credit) byKey.set(key, credit);
  }
  return [...byKey.values()];
}

/** A person as an entry names them; null for one of no known name. */
export function creditTo(person: Person, server: string): Credit | null {
  const name = personName(person);
  if (name === null) return null;
  const { login, type } = person;
  const page = type === 'bot' ? `apps/${name}` : name;
  return {
    name,
    login,
    label: { markdown: login === null ? escapeMarkdown(name) : `@${login}` },
    url: { markdown: login === null ? '' : `${server}/${page}` },
  };
}

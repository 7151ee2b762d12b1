import { personKey } from '../../../people/person-key.ts';
import type { Person } from '../../../snapshot/schema.ts';
import type { GitActor } from '../facts/people.ts';
import type { FullPullRequest } from '../lists/full-items.ts';
import type { Identities } from '../people/identities.ts';
import { isBy } from '../people/is-by.ts';

/**
 * Who else wrote the commits of the pull request, most commits first; then those whom only the trailers
 * of the merge name. Merges of another branch don't count.
 *
 * @param end where commits end that don't count yet; null when it was merged before
 */
export function coAuthorsOf(
  pull: FullPullRequest,
  identities: Identities,
  end: string | null,
): Person[] {
  const found = new Map<string, { person: Person; commits: number }>();
  const count = (signed: readonly GitActor[], commits: number) => {
    const people = signed.map((one) => personBehind(one, pull, identities));
    for (const [key, person] of new Map(people.map((one) => [personKey(one), one]))) {
      const entry = found.get(key);
      if (entry) entry.commits += commits;
      else found.set(key, { person, commits });
    }
  };
  for (const { at, isMerge, authors } of pull.commits) {
    if (!isMerge && (end === null || at < end)) count(authors, 1);
  }
  if (end === null) count(pull.mergeAuthors, 0);
  found.delete(personKey(pull.author));
  return [...found.values()]
    .filter(({ person }) => person.type !== 'ghost')
    .sort((a, b) => b.commits - a.commits)
    .map(({ person }) => person);
}

/** Who signed a commit of the pull request. */
export function personBehind(
  signed: GitActor,
  pull: Pick<FullPullRequest, 'author' | 'authorName'>,
  identities: Identities,
): Person {
  return isBy(signed, pull) ? pull.author : identities.of(signed);
}

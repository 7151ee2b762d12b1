import { loginPattern } from '../../../item/login.ts';
import { nameKey } from '../../../people/name-key.ts';
import type { Person } from '../../../snapshot/schema.ts';
import type { GitActor } from '../facts/people.ts';
import type { FullPullRequest } from '../lists/full-items.ts';

/**
 * Who signs commits by which address and name. Git knows one person by several addresses, of which GitHub
 * may know one alone: a person who is known with a login anywhere in the run has it everywhere.
 */
export class Identities {
  readonly #byEmail = new Map<string, Person>();
  /** By name; null where two accounts share it. */
  readonly #byName = new Map<string, Person | null>();

  constructor(signed: Iterable<GitActor>) {
    for (const { person, name, email } of signed) {
      const { login } = person;
      if (login === null || person.type === 'ghost' || !loginPattern.test(login)) continue;
      if (email !== '') this.#byEmail.set(email, person);
      const key = nameKey(name);
      // One word, like `root`, is the name of many.
      if (!key.includes(' ')) continue;
      const other = this.#byName.get(key);
      const isShared =
        other === null ||
        (other !== undefined && other.login?.toLowerCase() !== login.toLowerCase());
      this.#byName.set(key, isShared ? null : person);
    }
  }

  /** The person, with the login if it is known. */
  of({ person, name, email }: GitActor): Person {
    if (person.login !== null && person.type !== 'ghost') return person;
    return this.#byEmail.get(email) ?? this.#byName.get(nameKey(name)) ?? person;
  }
}

/** Those who signed the commits of the pull requests. */
export function identitiesIn(pulls: readonly FullPullRequest[]): Identities {
  const signed = pulls.flatMap(({ commits, mergeAuthors }) => [
    ...commits.flatMap(({ authors }) => authors),
    ...mergeAuthors,
  ]);
  return new Identities(signed);
}

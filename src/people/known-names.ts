import type { Person } from '../snapshot/schema.ts';
import { nameKey } from './name-key.ts';

/** The names of those whose login is known too, among some people. */
export class KnownNames {
  /** By name; null where several logins have it. */
  readonly #people = new Map<string, Person | null>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      const name = nameKey(person.name ?? '');
      if (person.login === null || name === '') continue;
      const known = this.#people.get(name);
      const isSame =
        known === undefined || known?.login?.toLowerCase() === person.login.toLowerCase();
      this.#people.set(name, isSame ? (known ?? person) : null);
    }
  }

  /** The only one with the name of a person without a login, else that person. */
  settle(person: Person): Person {
    if (person.login !== null) return person;
    return this.#people.get(nameKey(person.name ?? '')) ?? person;
  }
}

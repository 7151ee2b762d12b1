import type { Person } from '../snapshot/schema.ts';

/** The known logins of people, in lower case. */
export function loginsOf(people: readonly Person[]): Set<string> {
  return new Set(people.flatMap(({ login }) => (login === null ? [] : [login.toLowerCase()])));
}

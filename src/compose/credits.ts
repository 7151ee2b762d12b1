import { compareTexts } from '../period/instant.ts';
import type { Act, Person } from '../snapshot/schema.ts';
import type { Credit } from './view.ts';

/** Identifies a person by login, whatever its case, or by name when the login is unknown. */
export function personKey({ login, name }: Person): string {
  return login === null ? `name:${name ?? ''}` : `login:${login.toLowerCase()}`;
}

/** The author first, then the others by their first act; each once, without bots. */
export function credits(author: Person, acts: readonly Pick<Act, 'by' | 'at'>[]): Credit[] {
  const others = acts.toSorted((a, b) => compareTexts(a.at, b.at)).map(({ by }) => by);
  const byKey = new Map<string, Credit>();
  for (const person of [author, ...others]) {
    const name = person.login ?? person.name ?? '';
    const key = personKey(person);
    if (person.type === 'bot' || name === '' || byKey.has(key)) continue;
    byKey.set(key, { name, login: person.login });
  }
  return [...byKey.values()];
}

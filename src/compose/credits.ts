import { personKey } from '../people/person-key.ts';
import { personName } from '../people/person-name.ts';
import { compareTexts } from '../period/instant.ts';
import type { Act, Person } from '../snapshot/schema.ts';
import type { Credit } from './view.ts';

/** The author first, then the others by their first act; each once, without bots. */
export function credits(author: Person, acts: readonly Pick<Act, 'by' | 'at'>[]): Credit[] {
  const others = acts.toSorted((a, b) => compareTexts(a.at, b.at)).map(({ by }) => by);
  const byKey = new Map<string, Credit>();
  for (const person of [author, ...others]) {
    const name = personName(person);
    const key = personKey(person);
    if (person.type === 'bot' || name === null || byKey.has(key)) continue;
    byKey.set(key, { name, login: person.login });
  }
  return [...byKey.values()];
}

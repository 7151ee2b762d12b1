import { plainText } from '../../markdown/plain-text.ts';
import { personKey } from '../../people/person-key.ts';
import { personName } from '../../people/person-name.ts';
import type { DirectCommit, Issue, Person, PullRequest } from '../../snapshot/schema.ts';
import type { FactItem } from '../protocol.ts';

/** Everybody who took part in an item, and in what, the authors first. */
export function peopleInItem(item: PullRequest | Issue | DirectCommit): FactItem['people'] {
  const found = new Map<string, { person: Person; did: Set<string> }>();
  const add = (person: Person, did: string) => {
    const key = personKey(person);
    const known = found.get(key) ?? { person, did: new Set() };
    known.did.add(did);
    found.set(key, known);
  };
  add(item.author, 'author');
  for (const person of 'coAuthors' in item ? item.coAuthors : []) add(person, 'co-author');
  for (const { by, did } of 'activity' in item ? item.activity : []) add(by, did);
  return [...found.values()].flatMap(({ person, did }) => {
    const name = personName(person);
    return name === null
      ? []
      : [{ login: person.login, name: plainText(person.name ?? name), did: [...did] }];
  });
}

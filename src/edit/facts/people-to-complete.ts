import { plainText } from '../../markdown/plain-text.ts';
import { participants } from '../../people/participants.ts';
import { compareTexts } from '../../period/instant.ts';
import type { Person, Snapshot } from '../../snapshot/schema.ts';
import type { DeskFacts } from '../protocol.ts';

/** Everybody in a snapshot whose login is known, in the order of the alphabet, bots last. */
export function peopleToComplete({ pullRequests, issues, commits }: Snapshot): DeskFacts['people'] {
  const all: Person[] = [
    ...[...pullRequests, ...issues].flatMap(participants),
    ...[...pullRequests, ...commits].flatMap(({ coAuthors }) => coAuthors),
    ...commits.map(({ author }) => author),
  ];
  const byLogin = new Map<string, Person & { login: string }>();
  for (const { login, ...person } of all) {
    if (login === null || person.type === 'ghost') continue;
    const known = byLogin.get(login.toLowerCase());
    if (known?.name === undefined) byLogin.set(login.toLowerCase(), { ...known, ...person, login });
  }
  const isBot = ({ type }: Person) => Number(type === 'bot');
  return [...byLogin]
    .toSorted(([a, one], [b, other]) => isBot(one) - isBot(other) || compareTexts(a, b))
    .map(([, { login, name }]) => ({ login, name: name === undefined ? null : plainText(name) }));
}

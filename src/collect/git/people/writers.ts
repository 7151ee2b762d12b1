import type { Person } from '../../../snapshot/schema.ts';
import type { Signer } from './known-people.ts';

/** Who wrote a pull request or a commit. */
export interface Writers {
  /** The one with most commits. */
  author: Signer;
  /** All others, most commits first. */
  coAuthors: Signer[];
}

/** What one commit says about who wrote it. */
export interface Contribution {
  /** Null where only the trailers count. */
  author: Signer | null;
  coAuthors: readonly Signer[];
}

interface Writer extends Signer {
  commits: number;
}

/**
 * Puts together who wrote some commits, oldest first. Somebody who signs in several ways is one, by
 * login, address or name. Bots are set aside, unless all commits are a bot's. Null without an author.
 */
export function joinWriters(contributions: readonly Contribution[]): Writers | null {
  const writers: Writer[] = [];
  for (const { author } of contributions) if (author) addWriter(writers, author, 1);
  for (const { coAuthors } of contributions) {
    for (const coAuthor of coAuthors) addWriter(writers, coAuthor, 0);
  }
  const isBot = ({ person }: Writer): boolean => person.type === 'bot';
  // Stable: of several with as many commits, the first to commit comes first.
  const ranked = writers.toSorted((a, b) => b.commits - a.commits);
  const people = ranked.filter((writer) => !isBot(writer));
  const author = [...people, ...ranked].find(({ commits }) => commits > 0);
  if (author === undefined) return null;
  return { author, coAuthors: people.filter((writer) => writer !== author) };
}

/** Only the people. */
export function peopleOf({ author, coAuthors }: Writers): { author: Person; coAuthors: Person[] } {
  return { author: author.person, coAuthors: coAuthors.map(({ person }) => person) };
}

/**
 * Joins a writer with those who are the same person: with the same login, or, where one has none, the
 * same address or name.
 */
function addWriter(writers: Writer[], { person, keys }: Signer, commits: number): void {
  const alike = writers.filter(
    (writer) => writer.person.type === person.type && writer.keys.some((key) => keys.includes(key)),
  );
  const named = [{ person }, ...alike].find((writer) => writer.person.login !== null);
  const login = named?.person.login?.toLowerCase() ?? null;
  const same = alike.filter(
    (writer) => writer.person.login === null || writer.person.login.toLowerCase() === login,
  );
  const [first] = same;
  const joined: Writer = {
    person: named?.person ?? first?.person ?? person,
    keys: [...new Set([...same.flatMap((writer) => writer.keys), ...keys])],
    commits: same.reduce((sum, writer) => sum + writer.commits, commits),
  };
  const at = first === undefined ? writers.length : writers.indexOf(first);
  const others = writers.filter((writer) => !same.includes(writer));
  writers.splice(0, Infinity, ...others.slice(0, at), joined, ...others.slice(at));
}

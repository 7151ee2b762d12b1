import type { Person } from '../../../snapshot/schema.ts';
import type { Signer } from './known-people.ts';
import { WriterList } from './writer-list.ts';

/** Who wrote a pull request or a commit. */
export interface Writers {
  /** The one with most commits. */
  author: Signer;
  /** All others, most commits first. */
  coAuthors: Signer[];
}

/** What one commit says about who wrote it. */
export interface CommitWriters {
  /** Null where only the trailers count. */
  author: Signer | null;
  coAuthors: readonly Signer[];
}

/**
 * Puts together who wrote some commits, oldest first. Bots are set aside, unless all commits are a
 * bot's. Null without an author.
 */
export function joinWriters(writersOfCommits: readonly CommitWriters[]): Writers | null {
  const list = new WriterList();
  for (const { author } of writersOfCommits) if (author) list.add(author, 1);
  for (const { coAuthors } of writersOfCommits) {
    for (const coAuthor of coAuthors) list.add(coAuthor, 0);
  }
  // Stable: of several with as many commits, the first to commit comes first.
  const ranked = list.writers().toSorted((a, b) => b.commits - a.commits);
  const people = ranked.filter(({ person }) => person.type !== 'bot');
  const author = [...people, ...ranked].find(({ commits }) => commits > 0);
  if (author === undefined) return null;
  return { author, coAuthors: people.filter((writer) => writer !== author) };
}

/** Only the people. */
export function peopleOf({ author, coAuthors }: Writers): { author: Person; coAuthors: Person[] } {
  return { author: author.person, coAuthors: coAuthors.map(({ person }) => person) };
}

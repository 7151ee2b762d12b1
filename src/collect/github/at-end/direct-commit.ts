import { personKey } from '../../../people/person-key.ts';
import { ghost } from '../../../people/ghost.ts';
import type { DirectCommit, Person } from '../../../snapshot/schema.ts';
import type { PlainCommit } from '../commits/direct-commits.ts';
import { linksIn } from '../facts/links.ts';
import type { Identities } from '../people/identities.ts';

/** The longest title of a pull request is far shorter. */
const longestTitle = 1_000;

/** A commit without a pull request, as the snapshot has it. */
export function directCommitOf(
  { repository, oid, at, message, authors }: PlainCommit,
  identities: Identities,
  server: string,
): DirectCommit {
  const [subject = '', ...rest] = message.trim().split('\n');
  const people = new Map<string, Person>();
  for (const signed of authors) {
    const person = identities.of(signed);
    if (!people.has(personKey(person))) people.set(personKey(person), person);
  }
  const [author = ghost, ...coAuthors] = people.values();
  const title = subject.trim().slice(0, longestTitle);
  const text = rest.join('\n').trim();
  return {
    repository,
    hash: oid,
    title,
    author,
    coAuthors: coAuthors.filter(({ type }) => type !== 'ghost'),
    at,
    references: linksIn({ title, text, from: 'commit' }, repository, server).map((link) => {
      return { ...link, from: 'commit' };
    }),
  };
}

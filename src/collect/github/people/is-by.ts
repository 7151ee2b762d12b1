import type { Person } from '../../../snapshot/schema.ts';
import type { GitActor } from '../facts/people.ts';

/** The author of a pull request, and the name in their profile. */
export interface Author {
  author: Person;
  authorName: string | null;
}

/**
 * Whether the person who signed a commit is the author of its pull request: by login or, where git's
 * address has no account, by a name that is that of the profile or reads like the login.
 */
export function isBy({ person, name }: GitActor, { author, authorName }: Author): boolean {
  if (author.login === null || author.type === 'ghost') return false;
  if (person.login !== null) return person.login.toLowerCase() === author.login.toLowerCase();
  const letters = lettersOf(name);
  return letters !== '' && [author.login, authorName ?? ''].map(lettersOf).includes(letters);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

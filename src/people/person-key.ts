import type { Person } from '../snapshot/schema.ts';

/**
 * The same text for the same person: by login, ignoring case, else by name. A login and a name
 * never match, even if they read the same.
 */
export function personKey({ login, name }: Pick<Person, 'login' | 'name'>): string {
  return login === null ? `name:${name ?? ''}` : `login:${login.toLowerCase()}`;
}

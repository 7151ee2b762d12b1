import type { Person } from '../snapshot/schema.ts';

/** What to call a person: the login, else the name; null when neither is known. */
export function personName({ login, name = '' }: Person): string | null {
  return login ?? (name === '' ? null : name);
}

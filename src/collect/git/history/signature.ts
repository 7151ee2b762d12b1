import { accountOf, botNamed } from '../../../people/account.ts';
import type { Person } from '../../../snapshot/schema.ts';

/** The author or committer of a commit. */
export interface Signature {
  name: string;
  email: string;
}

/**
 * The person who signed: with a login if the address is the one by which GitHub hides another
 * (`login@users.noreply.github.com`, `123+login@…`), else by name alone. Null for GitHub itself, the
 * committer of merges made on its site. `server` is like `https://github.com`.
 */
export function personOf({ name, email }: Signature, server: string): Person | null {
  const { hostname } = new URL(server);
  const [local = '', domain = ''] = email.toLowerCase().split('@', 2);
  if (local === 'noreply' && domain === hostname) return null;
  if (domain === `users.noreply.${hostname}`) {
    const login = /^(?:\d+\+)?(?<login>[\w-]+(?:\[bot\])?)@/.exec(email)?.groups?.['login'];
    if (login !== undefined) return accountOf(login);
  }
  const trimmed = name.trim();
  return (
    botNamed(trimmed) ?? { login: null, ...(trimmed === '' ? {} : { name: trimmed }), type: 'user' }
  );
}

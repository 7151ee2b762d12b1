import type { Person } from '../../snapshot/schema.ts';

/** Someone as git knows them. */
export interface Signature {
  name: string;
  email: string;
}

const BOT = '[bot]';

/** An account by its login; that of a GitHub App ends in `[bot]` in git, and nowhere else. */
export function account(login: string): Person {
  return login.endsWith(BOT)
    ? { login: login.slice(0, -BOT.length), type: 'bot' }
    : { login, type: 'user' };
}

/**
 * Someone by name and address: with a login when GitHub wrote the address to hide theirs
 * (`login@users.noreply.github.com`, `123+login@…`), else by name alone. Null for GitHub itself, the
 * committer of what is merged on its site. `server` is like `https://github.com`.
 */
export function person({ name, email }: Signature, server: string): Person | null {
  const { hostname } = new URL(server);
  const [local = '', domain = ''] = email.toLowerCase().split('@', 2);
  if (local === 'noreply' && domain === hostname) return null;
  if (domain === `users.noreply.${hostname}`) {
    const login = /^(?:\d+\+)?(?<login>[\w-]+(?:\[bot\])?)@/.exec(email)?.groups?.['login'];
    if (login !== undefined) return account(login);
  }
  const known = name.trim();
  if (known.endsWith(BOT) && known !== BOT) return account(known);
  return { login: null, ...(known === '' ? {} : { name: known }), type: 'user' };
}

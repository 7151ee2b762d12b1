import type { Person } from '../snapshot/schema.ts';

/** What git and GitHub's pages write behind a bot's login, and GitHub's API does not. */
const BOT_SUFFIX = '[bot]';

/** The bot with a name like `renovate[bot]`; null for any other name. */
export function botNamed(name: string): Person | null {
  const login = name.endsWith(BOT_SUFFIX) ? name.slice(0, -BOT_SUFFIX.length) : '';
  return login === '' ? null : { login, type: 'bot' };
}

/** The account with a login as git has it: a bot's ends in `[bot]`. */
export function accountOf(login: string): Person {
  return botNamed(login) ?? { login, type: 'user' };
}

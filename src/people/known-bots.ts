import type { Person } from '../snapshot/schema.ts';

/** Machines that GitHub, or a commit, has as users. In lower case. */
const BOT_LOGINS = new Set(['copilot', 'web-flow']);

/** Machines that sign commits or are named in trailers by an address of their own: their logins. */
const BOT_ADDRESSES = new Map([
  ['action@github.com', 'github-actions'],
  ['actions@github.com', 'github-actions'],
  ['github-actions@github.com', 'github-actions'],
  ['copilot@github.com', 'copilot'],
  ['bot@renovateapp.com', 'renovate'],
  ['noreply@renovateapp.com', 'renovate'],
  ['support@dependabot.com', 'dependabot'],
  ['cursoragent@cursor.com', 'cursor'],
  ['noreply@anthropic.com', 'claude'],
  ['noreply@openai.com', 'chatgpt-codex-connector'],
]);

/** Whether a login is a machine's that GitHub doesn't mark as a bot. */
export function isBotLogin(login: string): boolean {
  return BOT_LOGINS.has(login.toLowerCase());
}

/** The bot with an email address; null for any other address. */
export function botAt(email: string): Person | null {
  const login = BOT_ADDRESSES.get(email.toLowerCase());
  return login === undefined ? null : { login, type: 'bot' };
}

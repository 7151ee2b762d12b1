/**
 * Machines that sign commits or are named in trailers without `[bot]`: as users on GitHub, or by an
 * address alone. In lower case.
 */
const BOT_LOGINS = new Set(['copilot', 'web-flow']);
const BOT_ADDRESSES = new Set([
  'action@github.com',
  'actions@github.com',
  'amp@ampcode.com',
  'bot@renovateapp.com',
  'copilot@github.com',
  'cursoragent@cursor.com',
  'github-actions@github.com',
  'noreply@aider.chat',
  'noreply@anthropic.com',
  'noreply@openai.com',
  'noreply@renovateapp.com',
  'support@dependabot.com',
]);

/** Whether a login is a machine's that GitHub doesn't mark as a bot in a commit. */
export function isBotLogin(login: string): boolean {
  return BOT_LOGINS.has(login.toLowerCase());
}

/** Whether an email address is a machine's. */
export function isBotAddress(email: string): boolean {
  return BOT_ADDRESSES.has(email.toLowerCase());
}

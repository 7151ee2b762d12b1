/** The account that an address by which GitHub hides another belongs to. */
export interface NoreplyAccount {
  login: string;
  /** Stays when the account is renamed; null in older addresses. */
  id: string | null;
}

const ACCOUNT = /^(?:(?<id>\d{1,20})\+)?(?<login>[\w.-]{1,100}(?:\[bot\])?)$/;

/**
 * Reads `login@users.noreply.github.com` and `123+login@…`. Null for any other address.
 *
 * @param host that of the server: `github.com`
 */
export function noreplyAccount(email: string, host: string): NoreplyAccount | null {
  const at = email.lastIndexOf('@');
  if (email.slice(at + 1).toLowerCase() !== `users.noreply.${host}`) return null;
  const { login, id = null } = ACCOUNT.exec(email.slice(0, Math.max(at, 0)))?.groups ?? {};
  return login === undefined ? null : { login, id };
}

/** Whether it is the address of GitHub itself, which commits what is done on its site. */
export function isGitHubItself(email: string, host: string): boolean {
  return email.toLowerCase() === `noreply@${host}`;
}

/** A login to compare by, however somebody wrote it: lower case, without `@` and `[bot]`. */
export function bareLogin(login: string): string {
  return login
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/\[bot\]$/, '');
}

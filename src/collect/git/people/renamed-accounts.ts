import type { NoreplyAccount } from './noreply-address.ts';

/** The logins of accounts that were renamed: the number in a noreply address stays the same. */
export class RenamedAccounts {
  readonly #newest = new Map<string, { login: string; time: number }>();
  /** The numbers of the accounts that had a login, in lower case. */
  readonly #ids = new Map<string, Set<string>>();

  /** @param time when the address was last used, in seconds since 1970 */
  add({ id, login }: NoreplyAccount, time: number): void {
    if (id === null) return;
    const newest = this.#newest.get(id);
    const isNewer = !newest || time > newest.time || (time === newest.time && login > newest.login);
    if (isNewer) this.#newest.set(id, { login, time });
    const ids = this.#ids.get(login.toLowerCase());
    if (ids) ids.add(id);
    else this.#ids.set(login.toLowerCase(), new Set([id]));
  }

  /** The newest login of an account; the same one where two accounts have had it. */
  newest(login: string): string {
    const [id, ...others] = this.#ids.get(login.toLowerCase()) ?? [];
    if (id === undefined || others.length > 0) return login;
    return this.#newest.get(id)?.login ?? login;
  }
}

import type { NoreplyAccount } from './noreply-address.ts';

/** Logins of accounts that were renamed. */
export class RenamedAccounts {
  readonly #newest = new Map<string, { login: string; time: number }>();
  /** The numbers of the accounts that had a login, in lower case. */
  readonly #ids = new Map<string, Set<string>>();
  /** From an old login to the one after it, both in lower case. */
  readonly #next = new Map<string, string>();

  /**
   * Learns from a noreply address: its number stays the same.
   *
   * @param time when the address was last used, in seconds since 1970
   */
  add({ id, login }: NoreplyAccount, time: number): void {
    if (id === null) return;
    const newest = this.#newest.get(id);
    const isNewer = !newest || time > newest.time || (time === newest.time && login > newest.login);
    if (isNewer) this.#newest.set(id, { login: login.toLowerCase(), time });
    const ids = this.#ids.get(login.toLowerCase());
    if (ids) ids.add(id);
    else this.#ids.set(login.toLowerCase(), new Set([id]));
  }

  /** Learns that an account has a new login, once all addresses have been added. */
  rename(from: string, to: string): void {
    const [old, next] = [this.newest(from), this.newest(to)];
    if (old !== next) this.#next.set(old, next);
  }

  /** The newest login of an account, in lower case; the same one where two accounts have had it. */
  newest(login: string): string {
    let newest = this.#byNumber(login.toLowerCase());
    for (let next = this.#next.get(newest); next !== undefined; next = this.#next.get(newest)) {
      newest = next;
    }
    return newest;
  }

  #byNumber(login: string): string {
    const [id, ...others] = this.#ids.get(login) ?? [];
    return id === undefined || others.length > 0 ? login : (this.#newest.get(id)?.login ?? login);
  }
}

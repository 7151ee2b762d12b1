import type { Config } from '../config/schema/schema.ts';
import { nameKey } from './name-key.ts';

/** The logins that the config gives to names and email addresses. */
export class Aliases {
  readonly #logins: ReadonlyMap<string, string>;

  constructor(aliases: Config['people']['aliases']) {
    const pairs = Object.entries(aliases);
    this.#logins = new Map(pairs.map(([name, login]) => [nameKey(name), login]));
  }

  /** The login of the first of several names or addresses that has one; null without any. */
  loginOf(...names: readonly string[]): string | null {
    for (const name of names) {
      const login = this.#logins.get(nameKey(name));
      if (login !== undefined) return login;
    }
    return null;
  }
}

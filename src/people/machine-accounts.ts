import { bareLogin } from '../item/bare-login.ts';
import type { Person } from '../snapshot/schema.ts';
import { isBotLogin } from './known-bots.ts';

/** The accounts of type user that are machines: those that are known, and those of the config. */
export class MachineAccounts {
  readonly #logins: ReadonlySet<string>;

  constructor(logins: readonly string[]) {
    this.#logins = new Set(logins.map(bareLogin));
  }

  /** Whether a login, or the name that a machine signs with in place of one, is a machine's. */
  has(login: string): boolean {
    return isBotLogin(login) || this.#logins.has(bareLogin(login));
  }

  /** The same person, as a bot if it is one. */
  settle(person: Person): Person {
    const isMachine = person.type === 'user' && this.has(person.login ?? person.name ?? '');
    return isMachine ? { ...person, type: 'bot' } : person;
  }
}

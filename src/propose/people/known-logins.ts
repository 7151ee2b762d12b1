import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import { nameKey } from '../../people/name-key.ts';
import { canBeSame, isFullName, isUnmistakable, lettersOf, nameWords } from './names.ts';

/** Whose login a history knows: which names they have, and which addresses. */
export class KnownLogins {
  /** The words of all full names, also of those without a login. */
  readonly wordsOfNames: ReadonlySet<string>;
  /** By the login in lower case. */
  readonly #people = new Map<string, { login: string; names: Set<string> }>();
  /** The logins in lower case, by what was signed with. */
  readonly #byName = new Map<string, Set<string>>();
  readonly #byAddress = new Map<string, Set<string>>();
  readonly #byLetters = new Map<string, Set<string>>();

  constructor(signatures: readonly KnownSignature[]) {
    const fullNames = signatures.map(({ name }) => name).filter(isFullName);
    this.wordsOfNames = new Set(fullNames.flatMap(nameWords));
    for (const { name, email, person } of signatures) {
      if (person.login === null || person.type !== 'user') continue;
      const key = person.login.toLowerCase();
      const known = this.#people.get(key) ?? { login: person.login, names: new Set() };
      this.#people.set(key, known);
      known.names.add(name);
      enter(this.#byName, nameKey(name), key);
      enter(this.#byAddress, email.toLowerCase(), key);
      enter(this.#byLetters, lettersOf(person.login), key);
      if (isFullName(name)) enter(this.#byLetters, lettersOf(name), key);
    }
  }

  /** The login as it is written; null when nobody has it. */
  spelled(login: string): string | null {
    return this.#people.get(login.toLowerCase())?.login ?? null;
  }

  /** The names that the owner of a login signs with. */
  namesOf(login: string): string[] {
    return [...(this.#people.get(login.toLowerCase())?.names ?? [])];
  }

  /** One of those names, for a sentence. */
  shownName(login: string): string {
    return this.namesOf(login)[0] ?? login;
  }

  /** In lower case, as those of the methods below. */
  loginsOfName(name: string): ReadonlySet<string> {
    return this.#byName.get(nameKey(name)) ?? new Set();
  }

  loginsAt(email: string): ReadonlySet<string> {
    return this.#byAddress.get(email.toLowerCase()) ?? new Set();
  }

  /** Those who have the letters of a name in their login, or in their full name. */
  loginsByLetters(name: string): ReadonlySet<string> {
    return this.#byLetters.get(lettersOf(name)) ?? new Set();
  }

  /** Whether a name can be the owner's of a login, and neither is nor reads like that of others alone. */
  canBe(name: string, login: string): boolean {
    const isTelling = isFullName(name) || isUnmistakable(name, this.wordsOfNames);
    const others = new Set([...this.loginsOfName(name), ...this.loginsByLetters(name)]);
    if (isTelling && others.size > 0 && !others.has(login)) return false;
    const names = this.namesOf(login).filter(isFullName);
    return names.length === 0 || names.some((known) => canBeSame(name, known));
  }
}

function enter(map: Map<string, Set<string>>, key: string, login: string): void {
  const known = map.get(key);
  if (known) known.add(login);
  else map.set(key, new Set([login]));
}

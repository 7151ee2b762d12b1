import type { Config } from '../../../config/schema/schema.ts';
import { accountOf, botNamed } from '../../../people/account.ts';
import { Aliases } from '../../../people/aliases.ts';
import { botAt } from '../../../people/known-bots.ts';
import type { Person } from '../../../snapshot/schema.ts';
import type { Signature } from '../history/signature.ts';
import type { Evidence } from './evidence.ts';
import { keysOf } from './same-signers.ts';
import type { ReadSignature, SignatureReader } from './signature-reader.ts';

/** Somebody who signed, and all by which the same person may be known elsewhere. */
export interface Signer {
  person: Person;
  keys: string[];
}

/** Who signed, by everything that the clone and the config know. */
export class KnownPeople {
  readonly #reader: SignatureReader;
  readonly #evidence: Evidence;
  readonly #aliases: Aliases;
  readonly #known = new Map<string, Signer>();

  constructor(reader: SignatureReader, evidence: Evidence, aliases: Config['people']['aliases']) {
    this.#reader = reader;
    this.#evidence = evidence;
    this.#aliases = new Aliases(aliases);
  }

  /** The person who signed; null for GitHub itself, the committer of merges made on its site. */
  personOf(signature: Signature): Person | null {
    return this.signerOf(signature)?.person ?? null;
  }

  /** Null for GitHub itself. */
  signerOf(signature: Signature): Signer | null {
    if (this.#reader.isGitHubItself(signature)) return null;
    const key = `${signature.name}\n${signature.email}`;
    const known = this.#known.get(key) ?? this.#read(signature);
    this.#known.set(key, known);
    return known;
  }

  /** The account with a login that a message names. */
  account(login: string): Signer {
    const person = this.#withType(accountOf(this.#evidence.newestLogin(login)));
    return { person, keys: [loginKey(person.login ?? login)] };
  }

  #read(signature: Signature): Signer {
    const read = this.#reader.read(signature);
    const { proper, account } = read;
    // A name alone is the weakest: somebody else with a login may have it too.
    const login =
      this.#aliases.loginOf(signature.email, proper.email) ??
      (account && this.#evidence.newestLogin(account.login)) ??
      this.#aliases.loginOf(signature.name, proper.name);
    const person = login === null ? this.#named(read) : this.#withType(accountOf(login));
    const keys = keysOf(read);
    return { person, keys: person.login === null ? keys : [loginKey(person.login), ...keys] };
  }

  #named(read: ReadSignature): Person {
    const name = read.proper.name.trim();
    const bot = botNamed(name) ?? botAt(read.proper.email);
    if (bot !== null) return bot;
    const login = read.isBot ? null : this.#evidence.loginOf(read);
    if (login !== null) return this.#withType(accountOf(login));
    const type = read.isBot ? 'bot' : 'user';
    return { login: null, ...(name === '' ? {} : { name }), type };
  }

  #withType(person: Person): Person {
    return this.#reader.isBotLogin(person.login ?? '') ? { ...person, type: 'bot' } : person;
  }
}

function loginKey(login: string): string {
  return `login:${login.toLowerCase()}`;
}

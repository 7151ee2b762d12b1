import type { Signer } from './known-people.ts';

/** Somebody who wrote commits, or is named by their trailers. */
export interface Writer extends Signer {
  commits: number;
}

/**
 * The writers of some commits, in the order of their first one. Nobody is in it twice: whoever has the
 * same login, or, where one has none, the same address or name, is the same person.
 */
export class WriterList {
  readonly #writers = new Set<Writer>();
  readonly #byKey = new Map<string, Set<Writer>>();

  add({ person, keys }: Signer, commits: number): void {
    const same = this.#sameAs({ person, keys });
    const [first] = same;
    if (first === undefined) {
      this.#enter({ person, keys: [...new Set(keys)], commits });
      return;
    }
    first.commits += commits;
    if (first.person.login === null) first.person = person;
    for (const other of same.slice(1)) {
      first.commits += other.commits;
      if (first.person.login === null) first.person = other.person;
      this.#leave(other);
    }
    first.keys = [...new Set([...same.flatMap((writer) => writer.keys), ...keys])];
    this.#enter(first);
  }

  writers(): Writer[] {
    return [...this.#writers];
  }

  /** In the order of the list. */
  #sameAs({ person: { login, type }, keys }: Signer): Writer[] {
    const alike = new Set(keys.flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    const candidates = [...alike].filter((writer) => writer.person.type === type);
    // Two logins are two people, even if a name or an address stands for both.
    const known = [login, ...candidates.map((writer) => writer.person.login)].find(Boolean);
    const same = new Set(
      candidates.filter(
        ({ person }) =>
          person.login === null || person.login.toLowerCase() === known?.toLowerCase(),
      ),
    );
    return same.size > 1 ? [...this.#writers].filter((writer) => same.has(writer)) : [...same];
  }

  #enter(writer: Writer): void {
    this.#writers.add(writer);
    for (const key of writer.keys) {
      const others = this.#byKey.get(key);
      if (others) others.add(writer);
      else this.#byKey.set(key, new Set([writer]));
    }
  }

  #leave(writer: Writer): void {
    this.#writers.delete(writer);
    for (const key of writer.keys) this.#byKey.get(key)?.delete(writer);
  }
}

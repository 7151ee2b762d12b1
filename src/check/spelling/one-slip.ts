const letters = Array.from("abcdefghijklmnopqrstuvwxyz'");

/**
 * Everything one slip of the fingers away from a word, the likeliest first: a forgotten apostrophe,
 * two neighbours swapped, a letter typed once instead of twice or the other way round, then a letter
 * too many, missing, or wrong; at last a first letter, which few people get wrong. One too many in
 * front is no slip: that makes names like okernel and vsock. `alphabet` has the letters that can be
 * missing or wrong.
 */
export function* oneSlipFrom(
  word: string,
  alphabet: readonly string[] = letters,
): Generator<string> {
  if (word.endsWith('nt')) yield word.replace(/t$/, "'t");
  const inside = [...word.slice(1)].map((_, index) => index + 1);
  for (const at of [0, ...inside]) {
    const [a = '', b = ''] = word.slice(at);
    if (b !== '') yield word.slice(0, at) + b + a + word.slice(at + 2);
  }
  for (const at of inside) {
    if (word[at] === word[at - 1]) yield word.slice(0, at) + word.slice(at + 1);
  }
  for (const at of [0, ...inside]) yield word.slice(0, at + 1) + word.slice(at);
  for (const at of inside) yield* dropped(at);
  for (const at of [...inside, word.length]) yield* added(at);
  for (const at of inside) yield* replaced(at);
  yield* added(0);
  yield* replaced(0);

  function* dropped(at: number): Generator<string> {
    yield word.slice(0, at) + word.slice(at + 1);
  }

  function* added(at: number): Generator<string> {
    for (const letter of alphabet) yield word.slice(0, at) + letter + word.slice(at);
  }

  function* replaced(at: number): Generator<string> {
    for (const letter of alphabet) yield word.slice(0, at) + letter + word.slice(at + 1);
  }
}

/** Longer names are not compared: that would take long, and they are hardly names. */
const LONGEST = 100;

const inNames = [...letters, ...Array.from('0123456789-_/#@.')];

/** Names that another one may be a slip away from. Of those that differ in case only, the first counts. */
export class NearNames {
  readonly #byName = new Map<string, { name: string; index: number }>();
  readonly #found = new Map<string, string[]>();

  constructor(candidates: Iterable<string>) {
    let index = 0;
    for (const name of candidates) {
      const key = name.toLowerCase();
      if (!this.#byName.has(key)) this.#byName.set(key, { name, index: (index += 1) });
    }
  }

  /** Those one slip away from a name, in the order of the candidates. */
  to(name: string): string[] {
    const written = name.toLowerCase();
    if (written.length > LONGEST || this.#byName.size === 0) return [];
    const known = this.#found.get(written);
    if (known) return known;
    const near = [...new Set(oneSlipFrom(written, inNames))]
      .flatMap((other) => (other === written ? [] : (this.#byName.get(other) ?? [])))
      .sort((a, b) => a.index - b.index)
      .map((found) => found.name);
    this.#found.set(written, near);
    return near;
  }
}

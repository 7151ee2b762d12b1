import type { ReadSignature } from './signature-reader.ts';

/** Groups signatures of one person: those that share a name or an address, also by way of others. */
export class SameSigners {
  /** From each key towards the one that stands for its group. */
  readonly #parents = new Map<string, string>();

  add(signature: ReadSignature): void {
    const [first = '', second = first] = keysOf(signature);
    this.#parents.set(this.#find(second), this.#find(first));
  }

  /** The same text for all signatures of a group. */
  groupOf(signature: ReadSignature): string {
    return this.#find(keysOf(signature)[0] ?? '');
  }

  #find(key: string): string {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined && next !== root;) {
      root = next;
      next = this.#parents.get(root);
    }
    // Shortens the way for the next time.
    let at = key;
    while (at !== root) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}

/** By what a person who signed may be known elsewhere. */
export function keysOf({ nameKey, addressKey }: ReadSignature): string[] {
  return [
    ...(nameKey === '' ? [] : [`name:${nameKey}`]),
    ...(addressKey === '' ? [] : [`address:${addressKey}`]),
  ];
}

import type { Definition } from 'mdast';
import { readLabels } from '../../item/item-label.ts';
import { NearNames } from '../spelling/one-slip.ts';

/** A definition's label, and its place among the definitions. */
interface Defined {
  label: string;
  index: number;
}

/** The labels that a report defines, to find the one that an undefined label may mean. */
export class DefinedLabels {
  readonly #near: NearNames;
  /** By the number of an item that they name, the first one, and the first by the item's name. */
  readonly #items = new Map<number, { first: Defined; byName: Map<string | null, Defined> }>();
  readonly #owners: ReadonlySet<string>;
  /** Whether a label is a number, as in `[1]: https://…`. */
  readonly hasNumbers: boolean;

  constructor(definitions: ReadonlyMap<string, Definition>) {
    const labels = [...definitions.values()].map((node) => node.label ?? node.identifier);
    this.#near = new NearNames(labels);
    this.hasNumbers = labels.some((label) => /^\d+$/.test(label));
    const paths = [...definitions.keys()].map((id) => id.split('/', 2));
    this.#owners = new Set(
      paths.flatMap(([owner = '', name]) => (name === undefined ? [] : [owner])),
    );
    for (const [index, label] of labels.entries()) {
      for (const { name, number } of readLabels(label)) {
        const defined = { label, index };
        const { first, byName } = this.#items.get(number) ?? {
          first: defined,
          byName: new Map<string | null, Defined>(),
        };
        if (!byName.has(name)) byName.set(name, defined);
        this.#items.set(number, { first, byName });
      }
    }
  }

  /** The label of the same item under another name, or one that is a slip away; null without any. */
  similarTo(label: string): string | null {
    const [item] = readLabels(label);
    if (!item) return label.length < 3 ? null : (this.#near.to(label)[0] ?? null);
    const same = this.#items.get(item.number);
    if (!same || item.name === null) return same?.first.label ?? null;
    const [named, bare] = [same.byName.get(item.name), same.byName.get(null)];
    return (named && bare && bare.index < named.index ? bare : (named ?? bare))?.label ?? null;
  }

  /** Whether one begins with an owner and a slash, in lower case. */
  hasOwner(owner: string): boolean {
    return this.#owners.has(owner);
  }
}

import type { Entry } from '../../report/draft.ts';
import type { Edited, Untouched } from './edited.ts';

/**
 * What an item of a fresh entry is in the edited file:
 * `ours`: in an entry that still reads as generated, which the fresh one replaces;
 * `theirs`: in the editor's words only;
 * `deleted`: offered before, and taken out by the editor;
 * `new`: none of these.
 */
export type Standing = 'ours' | 'theirs' | 'deleted' | 'new';

/** How fresh entries relate to what is in the file. */
export class Standings {
  readonly #ours = new Map<string, Untouched[]>();
  readonly #theirs: ReadonlySet<string>;
  readonly #edited: Edited;
  readonly #fresh = new Set<string>();

  constructor(edited: Edited, fresh: readonly Entry[]) {
    this.#edited = edited;
    this.#theirs = new Set(edited.citations.map(({ item }) => item));
    for (const untouched of edited.entries) {
      for (const item of untouched.items)
        this.#ours.set(item, [...(this.#ours.get(item) ?? []), untouched]);
    }
    for (const { section, items } of fresh)
      for (const item of items) this.#fresh.add(key(section, item));
  }

  /** The untouched entries that a fresh one stands for: of its section, or of one that offers the item no more. */
  replaced(entry: Entry): Untouched[] {
    return [...new Set(entry.items.flatMap((item) => this.#replaced(item, entry.section)))];
  }

  of(item: string, { section }: Entry): Standing {
    if (this.#replaced(item, section).length > 0) return 'ours';
    if (this.#theirs.has(item)) return 'theirs';
    if (!this.isOffered(item)) return 'new';
    const elsewhere = this.#ours.has(item);
    return elsewhere && !this.isOffered(item, section) ? 'new' : 'deleted';
  }

  /** The items of a fresh entry that are something of this in the file. */
  having(entry: Entry, ...wanted: Standing[]): string[] {
    return entry.items.filter((item) => wanted.includes(this.of(item, entry)));
  }

  /** Whether it was ever offered (in a section). */
  isOffered(item: string, section?: string): boolean {
    return this.#edited.record.sections.some(
      ({ path, items }) => (section === undefined || path === section) && item in items,
    );
  }

  #replaced(item: string, section: string): Untouched[] {
    return (this.#ours.get(item) ?? []).filter(
      (untouched) =>
        untouched.section === section || !this.#fresh.has(key(untouched.section, item)),
    );
  }
}

const key = (section: string, item: string) => `${item} ${section}`;

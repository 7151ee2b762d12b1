import type { DraftEntry } from '../../report/draft/draft.ts';
import type { EditedReport, UntouchedEntry } from './edited-report.ts';

/**
 * Whose an item of a fresh entry is in the edited file:
 * `ours`: in an entry that still reads as generated, which the fresh one replaces;
 * `theirs`: only in the editor's words;
 * `deleted`: offered before, and deleted by the editor;
 * `new`: none of these.
 */
export type Ownership = 'ours' | 'theirs' | 'deleted' | 'new';

/** Compares the fresh entries with the edited file. */
export class Ownerships {
  readonly #ours = new Map<string, UntouchedEntry[]>();
  readonly #theirs: ReadonlySet<string>;
  readonly #edited: EditedReport;
  readonly #fresh = new Set<string>();

  constructor(edited: EditedReport, fresh: readonly DraftEntry[]) {
    this.#edited = edited;
    this.#theirs = new Set(edited.citations.map(({ item }) => item));
    for (const untouched of edited.entries) {
      for (const item of untouched.items) {
        const ours = this.#ours.get(item) ?? [];
        ours.push(untouched);
        this.#ours.set(item, ours);
      }
    }
    for (const { section, items } of fresh)
      for (const item of items) this.#fresh.add(key(section, item));
  }

  /** The untouched entries that a fresh one corresponds to: of its section, or of one that no longer offers the item. */
  replaced(entry: DraftEntry): UntouchedEntry[] {
    return [...new Set(entry.items.flatMap((item) => this.replacedFor(item, entry.section)))];
  }

  of(item: string, { section }: DraftEntry): Ownership {
    if (this.replacedFor(item, section).length > 0) return 'ours';
    if (this.#theirs.has(item)) return 'theirs';
    if (!this.isOffered(item)) return 'new';
    const elsewhere = this.#ours.has(item);
    return elsewhere && !this.isOffered(item, section) ? 'new' : 'deleted';
  }

  /** The items of a fresh entry with one of these ownerships. */
  itemsOf(entry: DraftEntry, ...wanted: Ownership[]): string[] {
    return entry.items.filter((item) => wanted.includes(this.of(item, entry)));
  }

  /** Whether it was ever offered (in a section). */
  isOffered(item: string, section?: string): boolean {
    return this.#edited.offers.has(item, section);
  }

  /** Whether it was ever offered in a section, or in one that no longer offers it. */
  wasOffered(item: string, section: string): boolean {
    return this.#edited.offers
      .sectionsOf(item)
      .some((path) => path === section || !this.#fresh.has(key(path, item)));
  }

  /** The untouched entries that a fresh one of an item and a section corresponds to. */
  replacedFor(item: string, section: string): UntouchedEntry[] {
    return (this.#ours.get(item) ?? []).filter(
      (untouched) =>
        untouched.section === section || !this.#fresh.has(key(untouched.section, item)),
    );
  }
}

const key = (section: string, item: string) => `${item} ${section}`;

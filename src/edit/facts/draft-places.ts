import { type Draft, entriesIn } from '../../report/draft/draft.ts';
import { citationsIn } from '../../report/links/citations.ts';
import { titlesIn } from '../../report/sections.ts';

/** Where a draft has items (`owner/name#number` or `owner/name@hash`, lower case). */
export class DraftPlaces {
  /** The headings above the first citation. */
  readonly #headings = new Map<string, string>();
  /** The section of the first entry. */
  readonly #sections = new Map<string, string>();

  constructor({ outline, sections }: Draft, server: string) {
    for (const { item, block } of citationsIn(outline, server))
      if (!this.#headings.has(item)) this.#headings.set(item, block.section.path);
    for (const { items, section } of sections.flatMap(entriesIn))
      for (const item of items) if (!this.#sections.has(item)) this.#sections.set(item, section);
  }

  /** The path of the section that cites an item first; null where none does. */
  headingOf(item: string): string | null {
    return this.#headings.get(item) ?? null;
  }

  /** Whether it has an entry. */
  has(item: string): boolean {
    return this.#sections.has(item);
  }

  /** The title of the section with its entry; null without one, and above all sections. */
  sectionOf(item: string): string | null {
    const title = titlesIn(this.#sections.get(item) ?? '').at(-1) ?? '';
    return title === '' ? null : title;
  }
}

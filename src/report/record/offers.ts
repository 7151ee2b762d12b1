import type { ReportRecord } from './record.ts';

/** The sections of a record, by the items (`owner/name#number`, lower case) that they offered. */
export class Offers {
  readonly #sections = new Map<string, Map<string, readonly string[]>>();

  constructor({ sections }: ReportRecord) {
    for (const { path, items } of sections) {
      for (const [item, hashes] of Object.entries(items)) {
        const offering = this.#sections.get(item) ?? new Map<string, readonly string[]>();
        const before = offering.get(path) ?? [];
        this.#sections.set(item, offering.set(path, [...before, ...hashes]));
      }
    }
  }

  /** Whether an item was ever offered (in a section). */
  has(item: string, section?: string): boolean {
    const offering = this.#sections.get(item);
    return section === undefined ? offering !== undefined : offering?.has(section) === true;
  }

  /** The paths of the sections that offered an item. */
  sectionsOf(item: string): string[] {
    return [...(this.#sections.get(item)?.keys() ?? [])];
  }

  /** The hashes of the texts ever generated for an item. */
  textsOf(item: string): string[] {
    return [...(this.#sections.get(item)?.values() ?? [])].flat();
  }
}

import { readsAs } from '../../report/record/as-read.ts';
import { type Bullet, withOuter } from '../../report/outline.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import type { Desk } from '../desk.ts';
import type { DeskEntry } from '../protocol.ts';

/** Tells whose words entries are, wherever they are in the report. */
export class WordsOf {
  readonly #isRecorded: boolean;
  /** The hashes of the texts ever generated for an item. */
  readonly #texts = new Map<string, Set<string>>();
  readonly #offered = new Set<string>();

  constructor({ record }: Report, { drafts }: Desk) {
    this.#isRecorded = record !== null;
    if (record) this.#add(record.record);
    for (const item of this.#texts.keys()) this.#offered.add(item);
    if (drafts) this.#add(drafts.fresh.record);
  }

  of(bullet: Bullet, items: readonly string[]): DeskEntry['words'] {
    const isDrafted = items.some((item) => {
      const texts = this.#texts.get(item);
      return texts && withOuter(bullet).some((one) => readsAs(one, texts));
    });
    if (isDrafted) return 'drafted';
    const isAdded = this.#isRecorded && !items.some((item) => this.#offered.has(item));
    return isAdded ? 'added' : 'edited';
  }

  #add({ sections }: ReportRecord): void {
    for (const { items } of sections) {
      for (const [item, hashes] of Object.entries(items)) {
        const texts = this.#texts.get(item) ?? new Set();
        for (const hash of hashes) texts.add(hash);
        this.#texts.set(item, texts);
      }
    }
  }
}

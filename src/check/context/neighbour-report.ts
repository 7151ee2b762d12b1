import { UsageError } from '../../errors.ts';
import { itemUrlFinder } from '../../item/item-text.ts';
import { readReport, type Report } from '../../report/report.ts';
import { type WordUse, wordUseOf } from '../spelling/word-use.ts';
import { checkable, type CheckableReport } from '../text/checkable-report.ts';

/** In characters; nobody writes a longer report, and reading one beside that which is checked would take long. */
const LONGEST = 500_000;

/** A report beside others, and what their rules ask of it: each is read from its text once, up to a limit. */
export class NeighbourReport {
  readonly text: string;
  readonly #read: () => Report;
  #words: WordUse | undefined;
  #cited: ReadonlySet<string> | undefined;
  #checkable: CheckableReport | null | undefined;

  /** @param read gives the report, where it is read already */
  constructor(path: string, text: string, read = () => readReport({ path, text })) {
    this.text = text;
    this.#read = read;
  }

  get words(): WordUse {
    this.#words ??= wordUseOf(this.#isTooLong ? '' : this.text);
    return this.#words;
  }

  /**
   * The items (`owner/name#12`, lower case) whose addresses its text has. Much cheaper than parsing.
   *
   * @param server the same in a run
   */
  cited(server: string): ReadonlySet<string> {
    this.#cited ??= new Set(
      this.#isTooLong ? [] : itemUrlFinder(server)(this.text).map(({ item }) => item),
    );
    return this.#cited;
  }

  /**
   * The report itself; null for one that is too long, or that nobody can parse.
   *
   * @param server the same in a run
   */
  checkable(server: string): CheckableReport | null {
    if (this.#checkable === undefined) this.#checkable = this.#parse(server);
    return this.#checkable;
  }

  get #isTooLong(): boolean {
    return this.text.length > LONGEST;
  }

  #parse(server: string): CheckableReport | null {
    if (this.#isTooLong) return null;
    try {
      return checkable(this.#read(), server);
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  }
}

import { type Cadence, cadenceNamed, cadenceOf } from '../../../period/cadence.ts';
import type { MatchedValues } from '../../../placeholder/file-segment.ts';
import { periodInText } from '../../../report/record/period-in-text.ts';
import type { ReportRecord } from '../../../report/record/record.ts';

/** A report file that was found by its name; it is read once, when that is needed. */
export class SeriesFile {
  readonly path: string;
  readonly values: MatchedValues;
  readonly #read: () => string;
  #text: string | undefined;
  #period: ReportRecord['period'] | null | undefined;

  /**
   * @param values those in its name
   * @param read gives its text
   */
  constructor(path: string, values: MatchedValues, read: () => string) {
    this.path = path;
    this.values = values;
    this.#read = read;
  }

  /** @throws what reading it throws */
  get text(): string {
    this.#text ??= this.#read();
    return this.#text;
  }

  /** That of its record; null without one that can be read. */
  get period(): ReportRecord['period'] | null {
    if (this.#period === undefined) this.#period = periodInText(this.text);
    return this.#period;
  }

  /** Null when neither its name nor its record has one. */
  get cadence(): Cadence | null {
    const { cadence } = this.values;
    if (cadence !== undefined) return cadenceNamed(cadence);
    return this.period && cadenceOf(this.period);
  }

  /** Null when its name has none. */
  get number(): number | null {
    const { number } = this.values;
    return number === undefined ? null : Number(number);
  }
}

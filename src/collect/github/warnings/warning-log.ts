import { compareTexts } from '../../../period/instant.ts';
import type { Warning } from '../../../snapshot/schema.ts';
import { isMissing, type KnownWarning, type WarningCode } from '../../../snapshot/warnings.ts';

/** What the reader of the snapshot should know. */
export class Notes {
  readonly #warnings: KnownWarning[] = [];

  /** Whether nothing is missing. */
  get complete(): boolean {
    return !this.#warnings.some(isMissing);
  }

  readonly note = (code: WarningCode, message: string, repository?: string): void => {
    this.#warnings.push({ code, message, ...(repository !== undefined && { repository }) });
  };

  /** In the order of the repositories, whatever was found out first. Those about none come first. */
  sorted(repositories: readonly string[]): Warning[] {
    const place = ({ repository }: Warning) =>
      repository === undefined ? -1 : repositories.indexOf(repository) + 1 || Infinity;
    return this.#warnings.toSorted(
      (a, b) =>
        place(a) - place(b) || compareTexts(a.code, b.code) || compareTexts(a.message, b.message),
    );
  }
}

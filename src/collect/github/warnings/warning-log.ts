import { compareTexts } from '../../../period/instant.ts';
import type { Warning } from '../../../snapshot/schema.ts';
import { isMissing, type KnownWarning, type WarningCode } from '../../../snapshot/warnings.ts';

/** The warnings of a run. */
export class WarningLog {
  readonly #warnings: KnownWarning[] = [];

  /** Whether no warning is about anything missing. */
  get complete(): boolean {
    return !this.#warnings.some(isMissing);
  }

  readonly warn = (code: WarningCode, message: string, repository?: string): void => {
    this.#warnings.push({ code, message, ...(repository !== undefined && { repository }) });
  };

  /** Those about no repository first, then in the order of the repositories. */
  sorted(repositories: readonly string[]): Warning[] {
    const position = ({ repository }: Warning) =>
      repository === undefined ? -1 : repositories.indexOf(repository) + 1 || Infinity;
    return this.#warnings.toSorted(
      (a, b) =>
        position(a) - position(b) ||
        compareTexts(a.code, b.code) ||
        compareTexts(a.message, b.message),
    );
  }
}

const SHOWN = '***';

/** Texts that nothing of a run may show: its tokens. */
export class Secrets {
  readonly #secrets: readonly string[];

  /** @param secrets those that are missing or empty are skipped */
  constructor(secrets: readonly (string | undefined)[]) {
    const given = secrets.flatMap((secret) => {
      const trimmed = secret?.trim() ?? '';
      return trimmed === '' ? [] : [trimmed];
    });
    // One may be the beginning of another.
    this.#secrets = [...new Set(given)].sort((a, b) => b.length - a.length);
  }

  get all(): readonly string[] {
    return this.#secrets;
  }

  /** A text with three stars for each secret in it. */
  hide(text: string): string {
    return this.#secrets.reduce((shown, secret) => shown.replaceAll(secret, SHOWN), text);
  }
}

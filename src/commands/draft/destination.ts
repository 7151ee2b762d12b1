/** Where a draft goes, and where the report that it is brought into is read: a file, on disk or on a branch. */
export interface Destination {
  /** As shown in messages. */
  readonly shown: string;
  /** The path in a patch. */
  readonly inPatch: string;
  /** False for stdout. */
  readonly isFile: boolean;
  /** The text that is there; null for a missing file. */
  read(): Promise<string | null> | string | null;
  /**
   * @param before the text that was there when it was read
   * @returns whether the text was written; false when there is another one by now
   */
  write(text: string, before: string | null): Promise<boolean> | boolean;
  /**
   * Attempts an update, and a few times again when what is there has changed in between.
   *
   * @param attempt returns null when it could not write
   * @throws {DevreportError} when it changes again and again, and what `read` and `attempt` throw
   */
  update<Present, Result>(
    present: Present,
    read: () => Promise<Present>,
    attempt: (present: Present) => Promise<Result | null>,
  ): Promise<Result>;
}

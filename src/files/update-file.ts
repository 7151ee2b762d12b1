import { UsageError } from '../errors.ts';
import { attemptUpdate } from './attempt-update.ts';

/** Milliseconds: an editor that saves in several steps has time to end them. */
const PAUSES = [100, 200, 400, 800, 1_600];

/**
 * Makes a file's new text from its present one, again when somebody else has saved in between.
 *
 * @param name of the file, for the error
 * @param present what was read of it
 * @param update makes and writes the new text; null when the file is no longer what was read
 * @param pauses before each further attempt, in milliseconds
 * @throws {UsageError} `file-changed` when it changes again and again, and what `read` and `update` throw
 */
export async function updateFile<Present, Result>(
  name: string,
  present: Present,
  read: () => Promise<Present> | Present,
  update: (present: Present) => Promise<Result | null> | Result | null,
  pauses: readonly number[] = PAUSES,
): Promise<Result> {
  const result = await attemptUpdate(present, read, update, pauses);
  if (result !== null) return result;
  throw new UsageError('file-changed', `${name} was saved again and again during the run.`, {
    hint: 'Nothing was written. Save it in your editor and run again.',
  });
}

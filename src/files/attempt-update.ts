import { setTimeout as delay } from 'node:timers/promises';

/**
 * Attempts an update of something that others change, too: again with what is there then.
 *
 * @param present what was read
 * @param attempt null when it is no longer what was read
 * @param pauses before each further attempt, in milliseconds
 * @returns null when it changes again and again
 */
export async function attemptUpdate<Present, Result>(
  present: Present,
  read: () => Promise<Present> | Present,
  attempt: (present: Present) => Promise<Result | null> | Result | null,
  pauses: readonly number[],
  sleep: (milliseconds: number) => Promise<unknown> = delay,
): Promise<Result | null> {
  let result = await attempt(present);
  for (const pause of pauses) {
    if (result !== null) break;
    await sleep(pause);
    result = await attempt(await read());
  }
  return result;
}

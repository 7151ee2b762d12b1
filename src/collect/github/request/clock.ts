import { setTimeout as delay } from 'node:timers/promises';

/** Elapsed time and waiting: the only time that the collector reads. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** A clock that starts at the instant and is monotonic: setting the system's time doesn't move it. */
export function clockFrom(now: string): Clock {
  const origin = Date.parse(now) - performance.now();
  return {
    now: () => origin + performance.now(),
    async sleep(milliseconds, signal) {
      try {
        await delay(milliseconds, undefined, { signal });
      } catch (error) {
        throw signal.aborted ? signal.reason : error;
      }
    },
  };
}

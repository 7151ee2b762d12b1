import { setTimeout as delay } from 'node:timers/promises';

/** Elapsed time and waiting: the only time the collector reads. Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The time since an instant, told by a clock that nobody sets: it cannot jump. */
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

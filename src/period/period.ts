/**
 * A half-open window `[start, end)` of instants. Instants are UTC strings to the second, like
 * `2017-05-01T00:00:00Z`, so comparing them as strings compares them in time.
 */
export interface Period {
  kind: 'week' | 'month' | 'range';
  start: string;
  end: string;
  /** IANA name. */
  timezone: string;
  /** The report's own date, `YYYY-MM-DD`: the name of its file. */
  date: string;
}

/** Whether the instant lies inside the half-open period. */
export function contains(period: Pick<Period, 'start' | 'end'>, instant: string): boolean {
  return period.start <= instant && instant < period.end;
}

import { applyEdits, type Edit, withoutOverlaps } from '../markdown/edit.ts';
import { readReport, type Report } from '../report/report.ts';
import { type CheckOptions, checkReport, type ReportFinding } from './check-report.ts';

/** A fixed report: its text, and how many findings were fixed and how many are left. */
export interface FixedReport {
  text: string;
  count: number;
  left: number;
}

/**
 * Fixes the findings of a report that have one right answer; every other byte stays. An edit that
 * would cause a new finding is not made, so that fixing twice is fixing once.
 */
export function fix(report: Report, options: CheckOptions): FixedReport {
  const { path, mark } = report;
  const recheck = (body: string) => checkReport(readReport({ path, text: mark + body }), options);
  const found = checkReport(report, options);
  let best: Checked = { body: report.text, found };
  for (;;) {
    const fixed = fixOnce(best, recheck);
    if (fixed === null) break;
    best = fixed;
  }
  const left = best.found.length;
  return { text: mark + best.body, count: found.length - left, left };
}

interface Checked {
  body: string;
  found: readonly ReportFinding[];
}

/**
 * The text after as many edits as go together; null when none can be made. What fails as a whole is
 * tried in halves, so that one bad edit among many costs few checks.
 */
function fixOnce(
  { body, found }: Checked,
  recheck: (body: string) => ReportFinding[],
): Checked | null {
  let best: Checked = { body, found };
  let made: readonly Edit[] = [];
  attempt(found.flatMap(({ fix: edit }) => edit ?? []));
  return made.length > 0 ? best : null;

  function attempt(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    const together = [...made, ...edits];
    const fixed = applyEdits(body, withoutOverlaps(together));
    const left = recheck(fixed);
    if (improves(best.found, left)) {
      best = { body: fixed, found: left };
      made = together;
    } else if (edits.length > 1) {
      const half = Math.ceil(edits.length / 2);
      attempt(edits.slice(0, half));
      attempt(edits.slice(half));
    }
  }
}

/** Fewer findings, and of no rule more than before. */
function improves(before: readonly ReportFinding[], after: readonly ReportFinding[]): boolean {
  const counts = new Map<string, number>();
  for (const { rule } of before) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of after) counts.set(rule, (counts.get(rule) ?? 0) - 1);
  return after.length < before.length && [...counts.values()].every((count) => count >= 0);
}

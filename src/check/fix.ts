import { applyEdits, type Edit, withoutOverlaps } from '../markdown/edit.ts';
import { readReport, type Report } from '../report/report.ts';
import { type CheckOptions, checkReport, type ReportFinding } from './check-report.ts';
import { readsTheSame } from './reads-the-same.ts';

/** A finding whose fix was made. */
export type FixedFinding = ReportFinding & { fix: Edit };

/** A fixed report: its text, how many findings were fixed, and those that are left. */
export interface FixedReport {
  text: string;
  count: number;
  left: readonly ReportFinding[];
  /** What was fixed, in rounds: the offsets of a round are those of the text that the one before left. */
  rounds: readonly (readonly FixedFinding[])[];
}

/**
 * Fixes the findings of a report that have one right answer; every other byte stays, and everything
 * else reads as before. An edit that would cause a new finding or change the meaning of anything else is
 * not made, so that fixing twice is fixing once.
 */
export function fix(report: Report, options: CheckOptions): FixedReport {
  const { path, mark } = report;
  const check = (body: string): Checked => {
    const read = readReport({ path, text: mark + body });
    return { report: read, found: checkReport(read, options) };
  };
  const first: Checked = { report, found: checkReport(report, options) };
  let best = first;
  const rounds: FixedFinding[][] = [];
  for (;;) {
    const round = fixOnce(best, check);
    if (round === null) break;
    best = round.after;
    rounds.push(round.made);
  }
  const { found: left, report: last } = best;
  return { text: mark + last.text, count: first.found.length - left.length, left, rounds };
}

interface Checked {
  report: Report;
  found: readonly ReportFinding[];
}

/**
 * The report after as many fixes as go together; null when none can be made. What fails as a whole is
 * tried in halves, so that one bad edit among many costs few checks. All fixes of a round leave the
 * blocks as they are, or make the same kind of block.
 */
function fixOnce(
  before: Checked,
  check: (body: string) => Checked,
): { after: Checked; made: FixedFinding[] } | null {
  const fixable = before.found.filter((finding): finding is FixedFinding => 'fix' in finding);
  for (const kind of kinds) {
    let after = before;
    let made: FixedFinding[] = [];
    const attempt = (findings: readonly FixedFinding[]): void => {
      if (findings.length === 0) return;
      const together = apart([...made, ...findings]);
      const edits = together.map(({ fix: edit }) => edit);
      const fixed = check(applyEdits(before.report.text, edits));
      if (
        improves(after.found, fixed.found) &&
        readsTheSame(before.report, fixed.report, edits, kind ?? null)
      ) {
        after = fixed;
        made = together;
      } else if (findings.length > 1) {
        const half = Math.ceil(findings.length / 2);
        attempt(findings.slice(0, half));
        attempt(findings.slice(half));
      }
    };
    attempt(fixable.filter(({ becomes }) => becomes === kind));
    if (made.length > 0) return { after, made };
  }
  return null;
}

const kinds: readonly ReportFinding['becomes'][] = [undefined, 'heading', 'listItem'];

/** In the order of the text; of fixes that overlap, only the first. */
function apart(findings: readonly FixedFinding[]): FixedFinding[] {
  const edits = new Set(withoutOverlaps(findings.map(({ fix: edit }) => edit)));
  return findings
    .filter(({ fix: edit }) => edits.has(edit))
    .toSorted((a, b) => a.fix.start - b.fix.start);
}

/** Fewer findings, and of no rule more than before. */
function improves(before: readonly ReportFinding[], after: readonly ReportFinding[]): boolean {
  const counts = new Map<string, number>();
  for (const { rule } of before) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of after) counts.set(rule, (counts.get(rule) ?? 0) - 1);
  return after.length < before.length && [...counts.values()].every((count) => count >= 0);
}

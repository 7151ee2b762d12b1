import { readReport, type Report } from '../report/report.ts';
import { type CheckOptions, type FixableMessage, fixableMessages } from './check-report.ts';
import { applyEdits, type Edit, withoutOverlaps } from '../markdown/edit.ts';

/** A report after repair, of how many findings, and how many are left. */
export interface Fixed {
  text: string;
  count: number;
  left: number;
}

/**
 * Fixes the findings of a report that have one right answer; every other byte stays. An edit that
 * would cause a new finding is not made, so that fixing twice is fixing once.
 */
export function fix(report: Report, options: CheckOptions): Fixed {
  const { path, mark } = report;
  const look = (body: string) => fixableMessages(readReport({ path, text: mark + body }), options);
  let body = report.text;
  let found: readonly FixableMessage[] = fixableMessages(report, options);
  const before = found.length;
  for (;;) {
    const repaired = repair(body, found, look);
    if (repaired === null)
      return { text: mark + body, count: before - found.length, left: found.length };
    ({ body, found } = repaired);
  }
}

interface Looked {
  body: string;
  found: readonly FixableMessage[];
}

/**
 * The text after as many repairs as go together; null when none can be made. What does not do as a
 * whole is tried by halves, so that one bad repair among many costs few looks.
 */
function repair(
  body: string,
  found: readonly FixableMessage[],
  look: (body: string) => FixableMessage[],
): Looked | null {
  let best: Looked = { body, found };
  let made: readonly Edit[] = [];
  attempt(found.map(({ fix: edits }) => edits).filter((edits) => edits.length > 0));
  return made.length > 0 ? best : null;

  function attempt(repairs: readonly (readonly Edit[])[]): void {
    if (repairs.length === 0) return;
    const edits = [...made, ...repairs.flat()];
    const repaired = applyEdits(body, withoutOverlaps(edits));
    const left = look(repaired);
    if (improves(best.found, left)) {
      best = { body: repaired, found: left };
      made = edits;
    } else if (repairs.length > 1) {
      const half = Math.ceil(repairs.length / 2);
      attempt(repairs.slice(0, half));
      attempt(repairs.slice(half));
    }
  }
}

/** Less to find or to repair, and of no rule more findings than before. */
function improves(before: readonly FixableMessage[], after: readonly FixableMessage[]): boolean {
  const counts = new Map<string | undefined, number>();
  for (const { message } of before)
    counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) + 1);
  for (const { message } of after)
    counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) - 1);
  return work(after) < work(before) && [...counts.values()].every((count) => count >= 0);
}

function work(found: readonly FixableMessage[]): number {
  return found.reduce((sum, { fix: edits }) => sum + 1 + edits.length, 0);
}

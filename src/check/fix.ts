import { type CheckOptions, type Examined, examine } from './examine.ts';
import type { ReportFile } from './report.ts';
import type { Edit } from './rule.ts';

/** A report after repair, and of how many findings. */
export interface Fixed {
  text: string;
  count: number;
}

const BOM = '\uFEFF';

/**
 * The report with everything repaired that has one right answer; every other byte stays. A repair
 * that would bring up a new finding is not made, so that fixing twice is fixing once.
 */
export function fix({ path, text }: ReportFile, options: CheckOptions): Fixed {
  const mark = text.startsWith(BOM) ? BOM : '';
  const look = (body: string) => examine({ path, text: mark + body }, options);
  let body = text.slice(mark.length);
  let found = look(body);
  const before = found.length;
  for (;;) {
    const repaired = repair(body, found, look);
    if (repaired === null) return { text: mark + body, count: before - found.length };
    ({ body, found } = repaired);
  }
}

interface Looked {
  body: string;
  found: Examined[];
}

/** The text after all repairs at once, else after the first that can be made; null when there is none. */
function repair(
  body: string,
  found: readonly Examined[],
  look: (body: string) => Examined[],
): Looked | null {
  const fixable = found.map(({ fix: edits }) => edits).filter((edits) => edits.length > 0);
  const attempts = fixable.length > 1 ? [fixable.flat(), ...fixable] : fixable;
  for (const edits of attempts) {
    const repaired = apply(body, edits);
    const left = look(repaired);
    if (improves(found, left)) return { body: repaired, found: left };
  }
  return null;
}

/** The edits in their order; of two that overlap, only the first. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
  }
  return result + text.slice(done);
}

/** Less to find or to repair, and of no rule more findings than before. */
function improves(before: readonly Examined[], after: readonly Examined[]): boolean {
  const counts = new Map<string | undefined, number>();
  for (const { message } of before)
    counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) + 1);
  for (const { message } of after)
    counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) - 1);
  return work(after) < work(before) && [...counts.values()].every((count) => count >= 0);
}

function work(found: readonly Examined[]): number {
  return found.reduce((sum, { fix: edits }) => sum + 1 + edits.length, 0);
}

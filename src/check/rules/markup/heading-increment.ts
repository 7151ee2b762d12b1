import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { SectionHeading } from '../../../report/sections.ts';

/**
 * A heading that skips a level. Where the report skips it as a habit, in three headings or in as many as
 * don't, nothing is found.
 *
 * @example ok
 * ```md
 * # Report
 *
 * ## PRs merged
 *
 * ### Core
 *
 * ## Blogs
 * ```
 * @example ok, as a habit
 * ```md
 * # Report
 *
 * ## PRs merged
 *
 * #### Core
 *
 * #### Kernel
 * ```
 * @example not ok
 * ```md
 * # Report
 *
 * ## PRs merged
 *
 * #### Core
 *
 * ### Kernel
 *
 * ### Images
 * ```
 * ```text
 * 5:1-5:10: Heading skips a level
 * ```
 */
export function* headingIncrement({ sections }: CheckableReport): Generator<Finding> {
  const depths: number[] = [];
  /** How many headings go one level down from a depth, and which ones skip, by both depths. */
  const steps = new Map<number, number>();
  const skips = new Map<string, { from: number; headings: SectionHeading[] }>();
  for (const { heading } of sections) {
    if (!heading) continue;
    const { depth } = heading;
    while ((depths.at(-1) ?? 0) >= depth) depths.pop();
    const from = depths.at(-1) ?? depth - 1;
    depths.push(depth);
    if (depth === from + 1) steps.set(from, (steps.get(from) ?? 0) + 1);
    else {
      const skip = skips.get(`${from} ${depth}`) ?? { from, headings: [] };
      skip.headings.push(heading);
      skips.set(`${from} ${depth}`, skip);
    }
  }
  for (const { from, headings } of skips.values()) {
    if (headings.length >= HABIT || headings.length >= (steps.get(from) ?? 0)) continue;
    for (const { start, end } of headings) yield { start, end, message: 'Heading skips a level' };
  }
}

/** What is done so often is meant. */
const HABIT = 3;

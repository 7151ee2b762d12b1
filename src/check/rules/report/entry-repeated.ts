import type { ItemLink } from '../../../report/links/item-links.ts';
import { type ReportSection, saysMerged } from '../../../report/sections.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';

/**
 * An entry of a pull request that an earlier report of the series has an entry of, in sections that list
 * merged ones: nothing is merged twice. An item that stays open may be in every report. A report of more
 * than 500,000 characters is not compared.
 *
 * @example ok
 * ```md
 * ## PRs merged
 *
 * - A follow-up to [#1755](https://github.com/linuxkit/linuxkit/pull/1755) [#1757](https://github.com/linuxkit/linuxkit/pull/1757)
 * - Tests [#1756](https://github.com/linuxkit/linuxkit/pull/1756)
 * - What was only mentioned [#1754](https://github.com/linuxkit/linuxkit/pull/1754)
 *
 * ## PRs open
 *
 * - More tests [#1755](https://github.com/linuxkit/linuxkit/pull/1755)
 * ```
 * @example not ok
 * ```md
 * ## PRs merged
 *
 * - Debug builds [#1755](https://github.com/linuxkit/linuxkit/pull/1755)
 * ```
 * ```text
 * 3:16-3:71: `#1755` has an entry in `2017-05-01.md` already
 * ```
 */
export function* entryRepeated(
  report: CheckableReport,
  { neighbours, server }: CheckContext,
): Generator<Finding> {
  const subjects = mergedSubjects(report);
  if (subjects.length === 0) return;
  const all = countBySection(subjects);
  const seen = new Set<string>();
  for (const { path, report: other } of neighbours.earlier()) {
    const cited = other.cited(server);
    if (!subjects.some(({ key }) => cited.has(key))) continue;
    const read = other.checkable(server);
    const before = new Set(read && mergedSubjects(read).map(({ key }) => key));
    const repeated = subjects.filter(({ key }) => before.has(key));
    const again = countBySection(repeated);
    for (const { key, label, section, start, end } of repeated) {
      const isHabit = (again.get(section) ?? 0) * RARE > (all.get(section) ?? 0);
      if (seen.has(key) || (isHabit && saysMerged(section) === null)) continue;
      seen.add(key);
      yield { start, end, message: `${quote(label)} has an entry in ${quote(path)} already` };
    }
  }
}

/** One entry in so many can be a slip; more are a list that stands in every report. */
const RARE = 4;

/** What an entry is about. */
type Subject = ItemLink & { section: ReportSection };

/** The pull requests that entries are about, apart from those in sections of what is not merged. */
function mergedSubjects({ entries }: CheckableReport): Subject[] {
  return entries.flatMap(({ section, subjects: [subject] }) =>
    section && subject?.item.kind === 'pull' && saysMerged(section) !== false
      ? [{ ...subject, section }]
      : [],
  );
}

function countBySection(subjects: readonly Subject[]): Map<ReportSection, number> {
  const counts = new Map<ReportSection, number>();
  for (const { section } of subjects) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

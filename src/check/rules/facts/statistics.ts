import { categorise } from '../../../categorise/categorise.ts';
import { stats } from '../../../compose/stats.ts';
import type { OwnStats } from '../../../compose/view/stats-schema.ts';
import { quote } from '../../../markdown/quote.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import { type PeriodNumber, periodNumbers } from '../../text/period-numbers.ts';
import type { Facts } from '../../context/facts.ts';
import type { Knowledge } from '../../../snapshot/sources.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A number about the whole period that differs from the facts, above the second heading or below one like
 * “In numbers”. With a person, a topic or another week it counts something else. `--fix` changes only the
 * sentence of the digest.
 *
 * @example ok
 * ```md
 * # Report
 *
 * There were 3 contributions (PRs/Issues/Comments) from 2 individual contributors. 3 new PRs were
 * opened and 2 PRs were merged. 0 new issues were opened and 0 issues were closed. There were 5 pull
 * requests merged by bots. In 2016, 90 PRs were merged. 1 PR was merged by [Rolf](https://github.com/rneugeba).
 * So far 9 pull requests were merged, and last week 4 issues were closed. 4 issues were closed as duplicates.
 * 40 PRs were merged this month. Kernel: 9 pull requests were merged. In the docs, 3 issues were closed.
 * A quiet week: 2 pull requests were merged, mostly by hand, and we closed 0 issues in all.
 * Ann merged 7 pull requests, and closed 12 issues. Rolf merged 5 pull requests and closed 12 issues.
 *
 * ## Kernel
 *
 * 1 PR was merged this week.
 * ```
 * @example not ok
 * ```md
 * There were 5 contributions (PRs/Issues/Comments) from 2 individual contributors. 3 new PRs were opened and 3 PRs were merged.
 * ```
 * ```text
 * 1:12-1:13: Wrong number `5`: the facts count 3 contributions
 * 1:108-1:109: Wrong number `3`: the facts count 2 merged pull requests
 * ```
 * ```md fixed
 * There were 3 contributions (PRs/Issues/Comments) from 2 individual contributors. 3 new PRs were opened and 2 PRs were merged.
 * ```
 * @example not ok, in an editor's own words
 * ```md
 * There were 25 pull requests merged by 3 people. This week, 4 issues were closed.
 *
 * A busy week: **42** pull requests were merged, and we closed 7 issues.
 * We merged 43 pull requests and closed 12 issues. This week: 44 merged pull requests and 13 closed issues.
 *
 * ## Kernel
 *
 * New drivers.
 *
 * ## The week in numbers
 *
 * - 9 pull requests merged
 * ```
 * ```text
 * 1:12-1:14: Wrong number `25`: the facts count 2 merged pull requests
 * 1:60-1:61: Wrong number `4`: the facts count 0 closed issues
 * 3:16-3:18: Wrong number `42`: the facts count 2 merged pull requests
 * 3:62-3:63: Wrong number `7`: the facts count 0 closed issues
 * 4:11-4:13: Wrong number `43`: the facts count 2 merged pull requests
 * 4:39-4:41: Wrong number `12`: the facts count 0 closed issues
 * 4:61-4:63: Wrong number `44`: the facts count 2 merged pull requests
 * 4:89-4:91: Wrong number `13`: the facts count 0 closed issues
 * 12:3-12:4: Wrong number `9`: the facts count 2 merged pull requests
 * ```
 */
export function* statistics(report: CheckableReport, { facts }: CheckContext): Generator<Finding> {
  if (!facts?.snapshot.complete) return;
  const containers = new SpanIndex(report.containers);
  let counted: OwnStats | undefined;
  for (const block of report.blocks) {
    const { index, title } = block.section;
    if (!bodies.has(block.node.type) || (index > 1 && !inNumbers.test(title))) continue;
    for (const { start: from, end: to } of containers.within(block)) {
      const paragraph = report.text.slice(from, to);
      for (const { start: at, said, field, name } of periodNumbers(
        paragraph,
        facts.snapshot.period,
      )) {
        if (!knowsNumber(facts, field)) continue;
        counted ??= countIn(facts);
        const right = String(counted[field]);
        const number = Number(said.replaceAll(',', ''));
        if (number === counted[field]) continue;
        if (field === 'pullsMerged' && mayBeMerged(facts, number, counted.pullsMerged)) continue;
        const [start, end] = [from + at, from + at + said.length];
        yield {
          start,
          end,
          message: `Wrong number ${quote(said)}: the facts count ${right} ${name}`,
          suggestions: [right],
          ...(digest.test(paragraph) && { fix: { start, end, text: right } }),
        };
      }
    }
  }
}

/** What has the sentences of a report, and what its headings call its numbers. */
const bodies = new Set(['paragraph', 'list', 'blockquote']);
const inNumbers = /\b(?:numbers|statistics|stats|summary|overview|activity|glance|metrics)\b/i;
/** The sentence of the layout digest. */
const digest = /contributions?\s+\(PRs\/Issues\/Comments\)\s+from/i;

function countIn({ snapshot, config }: Facts): OwnStats {
  const { pullRequests, issues } = categorise(snapshot, config);
  return stats(snapshot.period, pullRequests, issues);
}

/** What a source has to know for a number to be that of the period; each knows what was merged. */
const toCount: Readonly<Record<PeriodNumber['field'], readonly Knowledge[]>> = {
  contributions: ['comments', 'issues', 'openings', 'reviews'],
  contributors: ['comments', 'issues', 'openings', 'reviews'],
  pullsOpened: ['openings'],
  pullsMerged: [],
  pullsClosed: ['states'],
  issuesOpened: ['issues', 'openings'],
  issuesClosed: ['issues', 'states'],
};

function knowsNumber({ snapshot }: Facts, field: PeriodNumber['field']): boolean {
  return toCount[field].every((name) => snapshot.collected.knows.includes(name));
}

/** In a clone, a pull request whose commits were rebased looks like commits without one. */
function mayBeMerged({ snapshot }: Facts, said: number, found: number): boolean {
  const isClone = !snapshot.collected.knows.includes('openings');
  return isClone && said > found && said <= found + snapshot.commits.length;
}

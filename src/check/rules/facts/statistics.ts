import { categorise } from '../../../categorise/categorise.ts';
import { stats } from '../../../compose/stats.ts';
import type { OwnStats } from '../../../compose/view/stats-schema.ts';
import { quote } from '../../../markdown/quote.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import { periodNumbers } from '../../text/period-numbers.ts';
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
 * 11:3-11:4: Wrong number `9`: the facts count 2 merged pull requests
 * ```
 */
export function* statistics(report: CheckableReport, { facts }: CheckContext): Generator<Finding> {
  if (!facts?.snapshot.complete) return;
  const { knows } = facts.snapshot.collected;
  if (!toCount.every((name) => knows.includes(name))) return;
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
        counted ??= countIn(facts);
        const right = String(counted[field]);
        if (said.replaceAll(',', '') === right) continue;
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

/** What a source has to know for its numbers to be those of the period. */
const toCount: readonly Knowledge[] = ['comments', 'issues', 'openings', 'reviews'];

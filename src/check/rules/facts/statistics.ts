import { categorise } from '../../../categorise/categorise.ts';
import { stats } from '../../../compose/stats.ts';
import type { OwnStats } from '../../../compose/view/stats-schema.ts';
import { quote } from '../../../markdown/quote.ts';
import type { Period } from '../../../period/period.ts';
import type { Facts } from '../../context/facts.ts';
import type { Knowledge } from '../../../snapshot/sources.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A number about the whole period that differs from the facts. Only a sentence without anything else
 * is about the whole period: with a person, a topic or another week it counts something else, and so it
 * does below any heading but the first. `--fix` changes only the sentence of the digest.
 *
 * @example ok
 * ```md
 * # Report
 *
 * There were 3 contributions (PRs/Issues/Comments) from 2 individual contributors. 3 new PRs were
 * opened and 2 PRs were merged. 0 new issues were opened and 0 issues were closed. There were 5 pull
 * requests merged by bots. In 2016, 90 PRs were merged. 1 PR was merged by [Rolf](https://github.com/rneugeba).
 * So far 9 pull requests were merged, and last week 4 issues were closed. 4 issues were closed as duplicates.
 * 40 PRs were merged this month.
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
 * ```
 * ```text
 * 1:12-1:14: Wrong number `25`: the facts count 2 merged pull requests
 * 1:60-1:61: Wrong number `4`: the facts count 0 closed issues
 * ```
 */
export function* statistics(report: CheckableReport, { facts }: CheckContext): Generator<Finding> {
  if (!facts?.snapshot.complete) return;
  const { knows } = facts.snapshot.collected;
  if (!toCount.every((name) => knows.includes(name))) return;
  const { text, blocks } = report;
  let counted: OwnStats | undefined;
  for (const { node, section, start: from, end: to } of blocks) {
    if (node.type !== 'paragraph' || section.index > 1) continue;
    const paragraph = text.slice(from, to);
    for (const { start, said, field, name } of numbersIn(paragraph, from, facts.snapshot.period)) {
      counted ??= countIn(facts);
      const right = String(counted[field]);
      if (said.replaceAll(',', '') === right) continue;
      const end = start + said.length;
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

function countIn({ snapshot, config }: Facts): OwnStats {
  const { pullRequests, issues } = categorise(snapshot, config);
  return stats(snapshot.period, pullRequests, issues);
}

/** What a source has to know for its numbers to be those of the period. */
const toCount: readonly Knowledge[] = ['comments', 'issues', 'openings', 'reviews'];

interface Counted {
  field: Exclude<keyof OwnStats, 'bots' | 'hoursToMerge'>;
  name: string;
}

/** The numbers in the sentences of a paragraph that are about the whole period, in order. */
function numbersIn(
  paragraph: string,
  start: number,
  { kind }: Period,
): (Counted & { start: number; said: string })[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- the last sentence matches up to the end
  return [...paragraph.matchAll(/\S[^]*?(?=[.!?](?:\s|$)|$)/g)].flatMap(({ 0: said, index }) => {
    // The end of the sentence before.
    const sentence = said.replace(/^[.!?]\s+/, '');
    const [, covered = kind] = /this\s+(week|month)/i.exec(sentence) ?? [];
    if (!wholePeriod.test(sentence) || covered.toLowerCase() !== kind) return [];
    const from = start + index + said.length - sentence.length;
    return numbers
      .flatMap(({ pattern, ...about }) => {
        const match = pattern.exec(sentence);
        return match ? [{ start: from + match.index, said: match[0], ...about }] : [];
      })
      .sort((a, b) => a.start - b.start);
  });
}

const digest = phrase('contributions? \\(PRs/Issues/Comments\\) from');

const count = '\\d[\\d,]*';
const pulls = '(?:PRs?|pull requests?)';
const were = '(?: was| were)?';
const contributions = 'contributions?(?: \\([^()]*\\))?';
const contributors = '(?: individual)? contributors?';

const clause = [
  `${count} ${contributions} from ${count}${contributors}`,
  `${count}(?: new)? ${pulls}${were} (?:opened|merged(?: by ${count} (?:people|contributors))?)`,
  `${count}(?: new)? issues?${were} (?:opened|closed)`,
].join('|');
const clauses = `(?:there (?:was|were) )?(?:${clause})`;
const period = '(?:in |during )?this (?:week|month|period)';
const wholePeriod = phrase(
  `^(?:${period},? )?${clauses}(?:(?:,|;|,? and) ${clauses})*(?: ${period})?$`,
);

const numbers: readonly (Counted & { pattern: RegExp })[] = [
  { field: 'contributions', name: 'contributions', pattern: number(contributions) },
  {
    field: 'contributors',
    name: 'contributors',
    pattern: phrase(`(?<=from )${count}(?=${contributors})`),
  },
  {
    field: 'pullsOpened',
    name: 'opened pull requests',
    pattern: number(`(?:new )?${pulls}${were} opened`),
  },
  {
    field: 'pullsMerged',
    name: 'merged pull requests',
    pattern: number(`(?:new )?${pulls}${were} merged`),
  },
  {
    field: 'issuesOpened',
    name: 'opened issues',
    pattern: number(`(?:new )?issues?${were} opened`),
  },
  {
    field: 'issuesClosed',
    name: 'closed issues',
    pattern: number(`(?:new )?issues?${were} closed`),
  },
];

/** A number before what it counts. */
function number(counted: string): RegExp {
  return phrase(`(?<!\\d)${count}(?= ${counted})`);
}

/** A pattern of words that may be on several lines. */
function phrase(words: string): RegExp {
  return new RegExp(words.replaceAll(' ', '\\s+'), 'i');
}

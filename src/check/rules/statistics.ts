import { compose } from '../../compose/compose.ts';
import type { View } from '../../compose/view.ts';
import type { Report } from '../report.ts';
import type { Context, Finding } from '../rule.ts';

/**
 * Numbers in the sentence of statistics that are not those of the facts.
 *
 * @example ok
 * ```md
 * There were 3 contributions (PRs/Issues/Comments) from 2 individual contributors. 3 new PRs were
 * opened and 2 PRs were merged. 0 new issues were opened and 0 issues were closed.
 * ```
 * @example not ok
 * ```md
 * There were 5 contributions (PRs/Issues/Comments) from 2 individual contributors, and 3 PRs were merged.
 * ```
 * ```text
 * 1:12-1:13: The facts count 3 contributions.
 * 1:86-1:87: The facts count 2 merged pull requests.
 * ```
 * ```md fixed
 * There were 3 contributions (PRs/Issues/Comments) from 2 individual contributors, and 2 PRs were merged.
 * ```
 */
export function* statistics({ prose, containers }: Report, { facts }: Context): Generator<Finding> {
  // A clone knows no issues, comments or openings.
  if (!facts?.snapshot.complete || facts.snapshot.collected.source === 'git') return;
  for (const { start: from, end: to } of containers) {
    const text = prose.slice(from, to);
    // One number alone may be about anything; the sentence has several.
    const found = numbers.flatMap(({ pattern, field, name }) => {
      const match = pattern.exec(text);
      return match ? [{ start: from + match.index, said: match[0], field, name }] : [];
    });
    if (found.length < 2) continue;
    const { stats } = compose(facts.snapshot, facts.config, 0);
    for (const { start, said, field, name } of found.sort((a, b) => a.start - b.start)) {
      const right = String(stats[field]);
      if (said.replaceAll(',', '') === right) continue;
      const end = start + said.length;
      yield {
        start,
        end,
        message: `The facts count ${right} ${name}.`,
        suggestions: [right],
        fix: [{ start, end, text: right }],
      };
    }
  }
}

const pulls = /(?:PRs?|pull\s+requests?)/.source;
const were = /\s+(?:was|were)\s+/.source;

const numbers: readonly { pattern: RegExp; field: keyof View['stats']; name: string }[] = [
  { field: 'contributions', name: 'contributions', pattern: number('\\s+contributions?\\b') },
  {
    field: 'contributors',
    name: 'contributors',
    pattern: number('(?:\\s+individual)?\\s+contributors?\\b'),
  },
  {
    field: 'pullsOpened',
    name: 'opened pull requests',
    pattern: number(`(?:\\s+new)?\\s+${pulls}${were}opened\\b`),
  },
  {
    field: 'pullsMerged',
    name: 'merged pull requests',
    pattern: number(`\\s+${pulls}${were}merged\\b`),
  },
  {
    field: 'issuesOpened',
    name: 'opened issues',
    pattern: number(`(?:\\s+new)?\\s+issues?${were}opened\\b`),
  },
  { field: 'issuesClosed', name: 'closed issues', pattern: number(`\\s+issues?${were}closed\\b`) },
];

/** A number before the pattern. */
function number(behind: string): RegExp {
  return new RegExp(`(?<![\\w.,#-])\\d[\\d,]*(?=${behind})`, 'i');
}

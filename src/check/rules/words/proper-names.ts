import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * Names that have capitals of their own, in other ones; each is told of once.
 *
 * @example ok
 * ```md
 * On GitHub: see github.com/linuxkit, `github`, [@github](https://github.com/github), github/hub, gitlab-runner and GITHUB_TOKEN.
 * ```
 * @example not ok
 * ```md
 * Open issues on github, or ask in the Github organization; the CI moved to Gitlab.
 * ```
 * ```text
 * 1:16-1:22: `github` is written `GitHub`, here and in 1 more place.
 * 1:75-1:81: `Gitlab` is written `GitLab`.
 * ```
 * ```md fixed
 * Open issues on GitHub, or ask in the GitHub organization; the CI moved to GitLab.
 * ```
 */
export function* properNames({ words, containers }: CheckableReport): Generator<Finding> {
  for (const name of names) {
    const pattern = new RegExp(`(?<![\\w@#/.:-])${name}(?![\\w/-]|\\.\\w)`, 'gi');
    const slips = containers.flatMap(({ start: from, end: to }) =>
      [...words.slice(from, to).matchAll(pattern)].flatMap(({ 0: text, index }) =>
        text === name ? [] : [{ start: from + index, end: from + index + text.length, text }],
      ),
    );
    const [first, ...more] = slips;
    if (!first) continue;
    const elsewhere =
      more.length === 0
        ? ''
        : `, here and in ${more.length} more ${more.length > 1 ? 'places' : 'place'}`;
    yield {
      start: first.start,
      end: first.end,
      message: `${quote(first.text)} is written ${quote(name)}${elsewhere}.`,
      suggestions: [name],
      fix: slips.map(({ start, end }) => ({ start, end, text: name })),
    };
  }
}

const names = ['GitHub', 'GitLab', 'JavaScript', 'TypeScript'];

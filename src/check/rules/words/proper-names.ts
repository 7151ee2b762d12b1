import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A name with wrong capitals.
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
 * 1:16-1:22: Wrong capitals in `github`; write `GitHub`
 * 1:38-1:44: Wrong capitals in `Github`; write `GitHub`
 * 1:75-1:81: Wrong capitals in `Gitlab`; write `GitLab`
 * ```
 * ```md fixed
 * Open issues on GitHub, or ask in the GitHub organization; the CI moved to GitLab.
 * ```
 */
export function* properNames({ words, containers }: CheckableReport): Generator<Finding> {
  for (const { start: from, end: to } of containers) {
    for (const { 0: written, index } of words.slice(from, to).matchAll(pattern)) {
      const name = names.find((other) => other.toLowerCase() === written.toLowerCase()) ?? written;
      if (written === name) continue;
      const span = { start: from + index, end: from + index + written.length };
      yield {
        ...span,
        message: `Wrong capitals in ${quote(written)}; write ${quote(name)}`,
        group: name,
        suggestions: [name],
        fix: { ...span, text: name },
      };
    }
  }
}

const names = ['GitHub', 'GitLab', 'JavaScript', 'TypeScript'];
const pattern = new RegExp(`(?<![\\w@#/.:-])(?:${names.join('|')})(?![\\w/-]|\\.\\w)`, 'gi');

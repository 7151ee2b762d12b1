import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A name with wrong capitals. At the start of a title, `github:` and `javascript(core):` are the parts of
 * the code that it is about, and `typescript from 5.1 to 5.2` is a package.
 *
 * @example ok
 * ```md
 * On GitHub: see github.com/linuxkit, `github`, [@github](https://github.com/github), github/hub, gitlab-runner and GITHUB_TOKEN.
 * ```
 * @example ok, in titles
 * ```md
 * - github: sign requests
 * - fix(javascript): see javascript:void(0), and other javascript: URLs
 * - [#12](https://github.com/linuxkit/linuxkit/pull/12) typescript(core): Revert "github: sign requests"
 * - Bump typescript from 5.1 to 5.2
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
    const text = words.slice(from, to);
    for (const { 0: written, index } of text.matchAll(pattern)) {
      const name = names.find((other) => other.toLowerCase() === written.toLowerCase()) ?? written;
      if (written === name || isOfCode(text, index, written)) continue;
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

/** Whether a name in lower case is that of a part of the code, or of a package. */
function isOfCode(text: string, start: number, written: string): boolean {
  if (written !== written.toLowerCase()) return false;
  const after = text.slice(start + written.length, start + written.length + 20);
  if (scheme.test(after) || versions.test(after)) return true;
  return scope.test(after) && opening.test(text.slice(0, start));
}

const scheme = /^:(?:\S|\s+ur[il]s?\b)/i;
const versions = /^\s+(?:from|to)\s+v?\d/;
const scope = /^(?:\(|\)?!?:)/;
/** Behind nothing but references, at the start of a quoted title, or in the parentheses of a type. */
const opening = /^(?:[^\p{L}\p{N}]|#\d+)*$|(?:^|\s)["“'‘]$|(?:^|\s)[a-z]+\($/u;

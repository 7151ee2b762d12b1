import { posix } from 'node:path';
import { quote } from '../../../markdown/quote.ts';
import { relativeLinks, resolvePath } from '../../text/relative-links.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding } from '../../rule.ts';

/**
 * A relative link to a file that there is not. A path that is right from the repository's root is
 * the usual slip: the report's own folder is where it starts.
 *
 * @example ok
 * ```md
 * The new [base image](../tools/alpine/), the [config](/docs/yaml.md) and [an earlier report](2017-05-01.md).
 * ```
 * @example not ok
 * ```md
 * The new [base image](tools/alpine/) and the [list](../docs/summit.md).
 * ```
 * ```text
 * 1:22-1:35: There is no `reports/tools/alpine`; from here it is `../tools/alpine/`.
 * 1:52-1:69: There is no `docs/summit.md`.
 * ```
 * ```md fixed
 * The new [base image](../tools/alpine/) and the [list](../docs/summit.md).
 * ```
 */
export function* relativeLink(report: CheckableReport, { checkout }: Context): Generator<Finding> {
  if (!checkout) return;
  for (const { path, start, end } of relativeLinks(report)) {
    if (path === '') continue;
    const target = resolvePath(checkout.report, path);
    if (target !== null && checkout.exists(target)) continue;
    const problem =
      target === null
        ? `${quote(path)} leads out of the repository`
        : `There is no ${quote(target)}`;
    const fromRoot = target === null ? null : resolvePath('', path);
    if (fromRoot === null || !checkout.exists(fromRoot)) {
      yield { start, end, message: `${problem}.` };
      continue;
    }
    const written = report.text.slice(start, end);
    const text = up(checkout.report) + written.replace(/^(?:\.?\/)+/, '');
    yield {
      start,
      end,
      message: `${problem}; from here it is ${quote(text)}.`,
      suggestions: [text],
      fix: [{ start, end, text }],
    };
  }
}

/** The way from a file to the root. */
function up(file: string): string {
  return '../'.repeat(posix.normalize(file).split('/').length - 1);
}

import { posix } from 'node:path';
import { quote } from '../../../markdown/quote.ts';
import { isOfSite, isSitePage, relativeLinks, resolvePath } from '../../text/relative-links.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A relative link to a missing file. The usual slip is a path from the root of the repository: it has
 * to start in the report's own folder. In a report with front matter, which is a page of a site, an
 * address from the root, or one of a page, is the site's.
 *
 * @example ok
 * ```md
 * The new [base image](../tools/alpine/), the [config](/docs/yaml.md) and [an earlier report](2017-05-01.md).
 * ```
 * @example ok, as a page of a site
 * ```md
 * ---
 * layout: post
 * ---
 *
 * All [changelogs](/changelogs), [the last report](../2017-05-01.html) and [who we are]({{site.url}}/about/).
 * ```
 * @example not ok
 * ```md
 * The new [base image](tools/alpine/) and the [list](../docs/summit.md).
 * ```
 * ```text
 * 1:22-1:35: Missing file `reports/tools/alpine`; did you mean `../tools/alpine/`?
 * 1:52-1:69: Missing file `docs/summit.md`
 * ```
 * ```md fixed
 * The new [base image](../tools/alpine/) and the [list](../docs/summit.md).
 * ```
 */
export function* relativeLink(
  report: CheckableReport,
  { checkout }: CheckContext,
): Generator<Finding> {
  if (!checkout) return;
  const ofSite = isSitePage(report) ? isOfSite : () => false;
  for (const { path, start, end } of relativeLinks(report)) {
    if (path === '') continue;
    const target = resolvePath(checkout.report, path);
    if (target !== null && checkout.exists(target)) continue;
    const problem =
      target === null
        ? `Path ${quote(path)} leads outside of the repository`
        : `Missing file ${quote(target)}`;
    const fromRoot = target === null ? null : resolvePath('', path);
    if (fromRoot === null || !checkout.exists(fromRoot)) {
      if (ofSite(path)) continue;
      yield { start, end, message: problem };
      continue;
    }
    const written = report.text.slice(start, end);
    const text = up(checkout.report) + written.replace(/^(?:\.?\/)+/, '');
    yield {
      start,
      end,
      message: `${problem}; did you mean ${quote(text)}?`,
      suggestions: [text],
      fix: { start, end, text },
    };
  }
}

/** The way from a file to the root. */
function up(file: string): string {
  return '../'.repeat(posix.normalize(file).split('/').length - 1);
}

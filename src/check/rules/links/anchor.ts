import { posix } from 'node:path';
import Slugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../../markdown/processor.ts';
import { nearest } from '../../spelling/one-slip.ts';
import { quote } from '../../../markdown/quote.ts';
import { relativeLinks, resolvePath } from '../../text/relative-links.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A link to a missing heading, in the report itself or in another Markdown file.
 *
 * @example ok
 * ```md
 * ## Planned changes
 *
 * See [what is planned](#planned-changes), and [the config](../docs/yaml.md#kernel).
 * ```
 * @example not ok
 * ```md
 * ## Planned changes
 *
 * See [what is planned](#planed-changes), and [the config](../docs/yaml.md#kernels).
 * ```
 * ```text
 * 3:23-3:38: Missing heading `#planed-changes`; did you mean `#planned-changes`?
 * 3:58-3:81: Missing heading `#kernels` in `docs/yaml.md`; did you mean `#kernel`?
 * ```
 */
export function* anchor(report: CheckableReport, { checkout }: CheckContext): Generator<Finding> {
  for (const link of relativeLinks(report)) {
    const { path, fragment, start, end } = link;
    if (fragment === null || fragment === '' || /^(?:top|user-content-)/i.test(fragment)) continue;
    const target = path === '' ? report.root : readTarget(path, checkout);
    if (!target) continue;
    const known = anchorsOf(target);
    if (known.includes(fragment.toLowerCase())) continue;
    const [near] = nearest(fragment, known);
    const where = path === '' ? '' : ` in ${quote(resolved(path, checkout) ?? path)}`;
    const hint = near === undefined ? '' : `; did you mean ${quote(`#${near}`)}?`;
    const address = report.text.slice(start, end);
    yield {
      start,
      end,
      message: `Missing heading ${quote(`#${fragment}`)}${where}${hint}`,
      ...(near !== undefined && {
        suggestions: [`${address.slice(0, address.indexOf('#'))}#${near}`],
      }),
    };
  }
}

function resolved(path: string, checkout: CheckContext['checkout']): string | null {
  return checkout && resolvePath(checkout.report, path);
}

function readTarget(path: string, checkout: CheckContext['checkout']): Root | null {
  const target = resolved(path, checkout);
  if (target === null || !/^\.(?:md|markdown)$/i.test(posix.extname(target))) return null;
  const text = checkout?.read(target) ?? null;
  return text === null ? null : parseMarkdown(text);
}

/** The anchors that GitHub gives headings, and those that HTML sets, in lower case. */
function anchorsOf(root: Root): string[] {
  const slugger = new Slugger();
  const anchors: string[] = [];
  visit(root, (node) => {
    if (node.type === 'heading') anchors.push(slugger.slug(toString(node)));
    if (node.type !== 'html') return;
    for (const [, name] of node.value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) {
      if (name !== undefined) anchors.push(name.toLowerCase());
    }
  });
  return anchors;
}

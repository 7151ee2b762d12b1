import { posix } from 'node:path';
import Slugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesIn } from '../../../markdown/nodes-in.ts';
import { UsageError } from '../../../errors.ts';
import { parseMarkdown } from '../../../markdown/processor.ts';
import { NearNames } from '../../spelling/one-slip.ts';
import { quote } from '../../../markdown/quote.ts';
import { isSitePage, relativeLinks, resolvePath } from '../../text/relative-links.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';

/**
 * A link to a missing heading, in the report itself or in another Markdown file. Pictures and components
 * in a heading are no part of its anchor. In a report with front matter, which is a page of a site, only
 * letters and digits count: site generators differ in the rest.
 *
 * @example ok
 * ```md
 * ## Planned changes
 *
 * See [what is planned](#planned-changes), and [the config](../docs/yaml.md#kernel).
 * ```
 * @example ok, with more than words in the heading
 * ```md
 * ## ![A penguin](penguin.png) Planned changes <JumpToc/>
 *
 * ## Known issues {#issues}
 *
 * See [what is planned](#planned-changes), [from above](#-planned-changes-) and [the issues](#issues).
 * ```
 * @example ok, as a page of a site
 * ```md
 * ---
 * layout: post
 * ---
 *
 * ## Reedline's `vi -e` mode
 *
 * See [the mode](#reedline-s-vi-e-mode).
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
  const targets = new Map<string, Anchors | null>();
  const isLoose = isSitePage(report);
  for (const link of relativeLinks(report)) {
    const { path, fragment, start, end } = link;
    if (fragment === null || fragment === '' || /^(?:top|user-content-)/i.test(fragment)) continue;
    if (!targets.has(path)) {
      const target = path === '' ? report.root : readTarget(path, checkout);
      targets.set(path, target && anchorsOf(target));
    }
    const known = targets.get(path);
    if (!known || known.names.has(fragment.toLowerCase())) continue;
    if (isLoose && known.loose.has(loosely(fragment))) continue;
    const [near] = known.near.to(fragment);
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
  return text === null ? null : parseOther(text, target);
}

/** The tree of another file; null for one that nobody can parse, whose headings are unknown. */
function parseOther(text: string, path: string): Root | null {
  try {
    return parseMarkdown(text, path);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

/** The anchors of a document. */
interface Anchors {
  /** In lower case. */
  names: ReadonlySet<string>;
  /** The same, as far as site generators agree. */
  loose: ReadonlySet<string>;
  near: NearNames;
}

/** The anchors that GitHub gives headings, and those that the document sets. */
function anchorsOf(root: Root): Anchors {
  const [trimmed, exact] = [new Slugger(), new Slugger()];
  const anchors: string[] = [];
  const others: string[] = [];
  for (const node of nodesIn(root)) {
    if (node.type === 'heading') {
      const text = toString(node, { includeHtml: false, includeImageAlt: false });
      const [, title = text, id] = /^([^]*?)\{:? ?#([^\s}]+)\}\s*$/.exec(text) ?? [];
      anchors.push(trimmed.slug(title.trim()));
      // GitHub keeps the blank beside a picture.
      others.push(exact.slug(text), ...(id === undefined ? [] : [id.toLowerCase()]));
    }
    if (node.type !== 'html') continue;
    for (const [, name] of node.value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) {
      if (name !== undefined) anchors.push(name.toLowerCase());
    }
  }
  const names = new Set([...anchors, ...others]);
  return { names, loose: new Set([...names].map(loosely)), near: new NearNames(anchors) };
}

function loosely(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

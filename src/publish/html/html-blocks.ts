import GithubSlugger from 'github-slugger';
import type { Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import type { Span } from '../../markdown/span.ts';
import { elementBalance } from '../../report/element-balance.ts';
import { type Report, titleHeading } from '../../report/report.ts';
import type { AddressOptions } from './addresses.ts';
import { finished } from './finish.ts';
import { htmlSchema } from './html-schema.ts';
import type { WordOptions } from './linked-words.ts';
import { withParsedHtml } from './raw-html.ts';
import { hastOf } from './hast-of.ts';

/** What of a report depends on where its HTML is shown. */
export interface HtmlOptions extends WordOptions, AddressOptions {}

/** A part of a report that is HTML of its own; its span is that of the Markdown. */
export interface HtmlBlock extends Span {
  tree: Root;
  isTitle: boolean;
}

/**
 * The blocks of a report as sanitised HTML, without those that show nothing. Blocks between the tags of an
 * element, as of `<details>`, are one; the last one has the footnotes.
 *
 * @param entries by their first offset: those whose elements say where they are
 */
export function htmlBlocks(
  report: Report,
  options: HtmlOptions,
  entries: ReadonlyMap<number, Span> = new Map(),
): HtmlBlock[] {
  const spans = new Map(report.blocks.map((block) => [block.start, block]));
  const title = titleHeading(report)?.start;
  const finish = { ...options, entries, title, slugger: new GithubSlugger() };
  return groupsOf(hastOf(report.root)).flatMap((children): HtmlBlock[] => {
    const start = children[0]?.position?.start.offset ?? report.text.length;
    const end = spans.get(children.at(-1)?.position?.start.offset ?? -1)?.end ?? report.text.length;
    const tree = sanitize(withParsedHtml({ type: 'root', children }), htmlSchema);
    const content = finished(rootOf(tree), start, finish);
    return content.children.length === 0
      ? []
      : [{ start, end, tree: content, isTitle: start === title }];
  });
}

/** The nodes that are HTML of their own: no element begins in one and ends in another. */
function groupsOf({ children }: Root): RootContent[][] {
  const groups: RootContent[][] = [];
  let open = 0;
  for (const node of children) {
    // Line endings between blocks, and the footnotes, have no position.
    if (node.type === 'text') continue;
    if (open === 0 || !node.position) groups.push([]);
    groups.at(-1)?.push(node);
    if (node.type !== 'raw') continue;
    const { closes, opens } = elementBalance(node.value);
    open = Math.max(0, open - closes) + opens;
  }
  return groups;
}

function rootOf(tree: ReturnType<typeof sanitize>): Root {
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

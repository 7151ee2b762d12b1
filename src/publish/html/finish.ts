import type GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../../markdown/span.ts';
import { type AddressOptions, imageOf, linkTo } from './addresses.ts';
import { alertOf } from './alert.ts';
import { ID_PREFIX } from './html-schema.ts';
import { linkedWords, type WordOptions } from './linked-words.ts';

/** What a sanitised tree becomes before it is written. */
export interface FinishOptions extends WordOptions, AddressOptions {
  /** The entries by their first offset: their elements say where they are. Offsets are those of the report. */
  entries: ReadonlyMap<number, Span>;
  /** The offset of the title, where `#12` is the number of the report. */
  title: number | undefined;
  /** For the ids of headings. */
  slugger: GithubSlugger;
}

interface Around {
  isLink: boolean;
  isCode: boolean;
  isTitle: boolean;
  /** The offset that those in attributes count from. */
  base: number;
}

/** The tree as GitHub finishes it: alerts, ids of headings, links of people and items, emoji, addresses. */
export function finished({ children }: Root, base: number, options: FinishOptions): Root {
  const around = { isLink: false, isCode: false, isTitle: false, base };
  const nodes = children.map((node) => (node.type === 'element' ? (alertOf(node) ?? node) : node));
  return { type: 'root', children: contentOf(nodes, around, options) };
}

function contentOf(
  nodes: readonly (RootContent | ElementContent)[],
  around: Around,
  options: FinishOptions,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [elementOf(node, around, options)];
    if (node.type !== 'text') return [];
    if (around.isCode) return [node];
    return linkedWords(node, around.isLink ? null : { ...options, hasItems: !around.isTitle });
  });
}

const CODE = new Set(['code', 'pre', 'samp', 'tt']);

function elementOf(element: Element, around: Around, options: FinishOptions): ElementContent {
  const { tagName } = element;
  if (tagName === 'img') return imageOf(element, options);
  const children = contentOf(
    element.children,
    {
      ...around,
      isLink: around.isLink || tagName === 'a',
      isCode: around.isCode || CODE.has(tagName),
      isTitle:
        around.isTitle || (options.title !== undefined && startOf(element) === options.title),
    },
    options,
  );
  const properties = propertiesOf(element, around.base, options);
  return { type: 'element', tagName, properties, children };
}

function propertiesOf(
  element: Element,
  base: number,
  options: FinishOptions,
): Element['properties'] {
  const { tagName, properties } = element;
  const { href, id, checked } = properties;
  if (tagName === 'a' && typeof href === 'string')
    return { ...properties, href: linkTo(href, options) };
  if (/^h[1-6]$/.test(tagName) && id === undefined)
    return { ...properties, id: ID_PREFIX + options.slugger.slug(toString(element)) };
  if (tagName === 'input')
    return { ...properties, ariaLabel: checked === true ? 'Completed task' : 'Incomplete task' };
  const entry = /^(?:li|tr|dt)$/.test(tagName) && options.entries.get(startOf(element) ?? -1);
  // Footnotes are elsewhere than in their block.
  if (!entry || entry.start < base) return properties;
  return { ...properties, dataStart: entry.start - base, dataEnd: entry.end - base };
}

function startOf({ position }: Nodes): number | undefined {
  return position?.start.offset;
}

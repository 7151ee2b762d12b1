import type { Nodes } from 'mdast';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { mentionsIn } from '../../item/mention.ts';
import { profileOf } from '../../item/profile.ts';
import { applyEdits } from '../../markdown/edit.ts';
import { within } from '../../propose/like/edges.ts';
import { type CitedItemsOf, citedItemsReader } from '../../report/links/cited-items.ts';
import { itemLead } from '../../report/item-lead.ts';
import type { Bullet } from '../../report/outline.ts';
import type { Report } from '../../report/report.ts';

/** Reads what entries say besides whom and what they cite. */
export class EntryTitles {
  readonly #text: string;
  readonly #read: CitedItemsOf;
  readonly #definitions: Report['definitions'];
  readonly #server: string;

  constructor({ text, root, definitions }: Report, server: string) {
    this.#text = text;
    this.#read = citedItemsReader(root, server);
    this.#definitions = definitions;
    this.#server = server;
  }

  /** The words of an entry above the lists inside it, without references and people, as plain text on one line. */
  of(bullet: Bullet): string {
    const { node } = bullet;
    if (node.type === 'html') return tidied(withoutReferences(htmlText(node.value)));
    const lead = itemLead(this.#text, bullet).nodes.map((child) => this.#wordsIn(child));
    return tidied(lead.join(' ')) || tidied(this.#wordsIn(node));
  }

  #wordsIn(node: Nodes): string {
    if (node.type === 'html' || node.type === 'definition') return '';
    if (node.type === 'break') return ' ';
    if ('value' in node) return node.type === 'text' ? withoutReferences(node.value) : node.value;
    if (!('children' in node)) return '';
    if (node.type === 'link' || node.type === 'linkReference') {
      const { url = '' } =
        node.type === 'link' ? node : (this.#definitions.get(node.identifier) ?? {});
      if (profileOf(url, this.#server) !== null) return '';
      const words = node.children.map((child) => this.#wordsIn(child)).join('');
      return this.#read(node).length > 0 ? withoutLabel(words) : words;
    }
    const isFlow = node.type !== 'paragraph' && node.type !== 'emphasis' && node.type !== 'strong';
    return node.children.map((child) => this.#wordsIn(child)).join(isFlow ? ' ' : '');
  }
}

const ITEM = /(?<![\w/&#.@-])(?:[\w./-]*#|GH-)[1-9]\d{0,9}(?!\w)/gi;

function withoutReferences(text: string): string {
  const people = mentionsIn(text).map(({ start, end }) => ({ start, end, text: '' }));
  return applyEdits(text, people).replace(ITEM, '');
}

/** A number alone, or the beginning of a hash. */
const LABEL = /^\s*\(?(?:(?:PR|pull request|pull|issue)\s+)?(?:\d{1,10}|[\da-f]{7,64}…?)\)?\s*$/i;

function withoutLabel(words: string): string {
  return LABEL.test(words) ? '' : words;
}

const EMPTY = /[([][\s,;:.]*[)\]]/g;
const SEPARATOR = /[\s,;:.–—-]/;
const CONNECTIVE = /(?<!\S)(?:by|and|with|thanks(?: to)?)$/i;

/** Without what stood between the references. */
function tidied(text: string): string {
  let left = text
    .replace(/\s+/g, ' ')
    .replace(EMPTY, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.](?:\s|$))/g, '');
  for (let before = ''; before !== left;) {
    before = left;
    left = within(left, SEPARATOR).replace(CONNECTIVE, '');
  }
  return left;
}

function htmlText(html: string): string {
  return textIn(parseFragment(html));
}

type HtmlNode = DefaultTreeAdapterMap['node'];

function textIn(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

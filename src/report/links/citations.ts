import type { Nodes } from 'mdast';
import { partsOfKey } from '../../item/item-id.ts';
import type { CitedItem } from '../../item/item-text.ts';
import { type CitedItemsOf, citedItemsReader } from './cited-items.ts';
import type { Block, Bullet, Outline } from '../outline.ts';

/** A cited item, with the innermost list item or table row and the block that cite it. */
export interface Citation extends CitedItem {
  /** What cites it: a link, HTML, or a text. */
  node: Nodes;
  bullet: Bullet | null;
  block: Block;
}

/** The citations of a document, in order. `home` as in `citedItemsReader`. */
export function citationsIn(
  { text, root, blocks, bullets }: Outline,
  server: string,
  home?: string,
): Citation[] {
  const read = citedItemsReader(root, server, home);
  const byNode = new Map<Nodes, Bullet>(bullets.map((bullet) => [bullet.node, bullet]));
  const inHtml = new Map<Block, Bullet[]>();
  for (const bullet of bullets)
    if (bullet.node.type === 'html') inHtml.set(bullet.list.block, bullet.list.items);
  return blocks.flatMap((block) => {
    const around = { read, byNode, block, bullet: null, linked: new Set<string>() };
    const found = [...htmlParts(text, block, inHtml.get(block) ?? [])].flatMap(({ node, bullet }) =>
      citationsOf(node, { ...around, bullet }),
    );
    // `#12` in the title is the report's own number.
    return isTitle(block) ? found.filter(({ node }) => node.type !== 'text') : found;
  });
}

function isTitle({ node, section }: Block): boolean {
  return node.type === 'heading' && node === section.heading?.node && section.path === '';
}

/** A block, or where it is HTML with items, these and what is around them. */
function* htmlParts(
  text: string,
  { node, start, end }: Block,
  items: readonly Bullet[],
): Generator<{ node: Nodes; bullet: Bullet | null }> {
  if (items.length === 0) yield { node, bullet: null };
  let at = start;
  for (const bullet of items) {
    yield { node: { type: 'html', value: text.slice(at, bullet.start) }, bullet: null };
    yield { node: bullet.node, bullet };
    at = bullet.end;
  }
  if (items.length > 0) yield { node: { type: 'html', value: text.slice(at, end) }, bullet: null };
}

interface Around {
  read: CitedItemsOf;
  byNode: ReadonlyMap<Nodes, Bullet>;
  block: Block;
  bullet: Bullet | null;
  /** The numbers or hashes of the items that the link around the node leads to. */
  linked: ReadonlySet<string>;
}

function citationsOf(node: Nodes, around: Around): Citation[] {
  const { read, byNode, block, linked } = around;
  const bullet = byNode.get(node) ?? around.bullet;
  const cited = read(node).filter(({ item }) => !linked.has(numberOf(item)));
  const found = cited.map((item): Citation => ({ ...item, node, bullet, block }));
  if (!('children' in node)) return found;
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const inside = {
    ...around,
    bullet,
    linked: isLink ? new Set(cited.map(({ item }) => numberOf(item))) : linked,
  };
  return [...found, ...node.children.flatMap((child) => citationsOf(child, inside))];
}

function numberOf(item: string): string {
  return partsOfKey(item)[1];
}

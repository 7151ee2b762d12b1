import type { PhrasingContent } from 'mdast';
import type { Bullet } from '../../report/outline.ts';
import { mostFrequent, shapeOf } from './entry-shape.ts';
import type { EntryShape } from './shape-part.ts';
import { type EntryToken, tokensOf } from './entry-tokens.ts';
import type { Model } from './model.ts';

/** How a list of entries is written. */
export interface ListForm {
  /** `-`, `*`, `+` or `1.`; empty for rows. */
  marker: string;
  shape: EntryShape;
  /** Rows of a table: the lines of its header, and the shape of each cell. */
  table: { header: string[]; cells: (EntryShape | null)[] } | null;
  /** Entries below the people who wrote them: how these are written, and how far the entries are from the margin. */
  author: { shape: EntryShape; indent: string; marker: string } | null;
}

/** How most of these bullets are written; null without any. */
export function listFormOf(bullets: readonly Bullet[], model: Model): ListForm | null {
  const [first] = bullets;
  if (!first) return null;
  const rows = bullets.filter(({ node }) => node.type === 'tableRow');
  if (rows.length * 2 > bullets.length) return tableForm(rows, model);
  const items = bullets.filter(({ node }) => node.type === 'listItem');
  const shape = shapeOf(
    items.map((bullet) => tokensOf(inlineOf(bullet), model)),
    model.home,
  );
  if (!shape) return null;
  const marker = mostFrequent(items.map((bullet) => bullet.marker.trim())) ?? '-';
  return { marker, shape, table: null, author: authorForm(items, model) };
}

function tableForm(rows: readonly Bullet[], model: Model): ListForm | null {
  const cellsOf = ({ node }: Bullet): EntryToken[][] =>
    node.type === 'tableRow' ? node.children.map(({ children }) => tokensOf(children, model)) : [];
  const all = rows.map(cellsOf);
  const columns = Math.max(...all.map((cells) => cells.length));
  const cells = Array.from({ length: columns }, (_, index) =>
    shapeOf(
      all.map((row) => row[index] ?? []),
      model.home,
    ),
  );
  const shape = shapeOf(
    all.map((row) => row.flat()),
    model.home,
  );
  return (
    shape && {
      marker: '',
      shape,
      table: { header: rows[0]?.list.header ?? [], cells },
      author: null,
    }
  );
}

/** Set when most items are inside of items that name nothing but a person. */
function authorForm(items: readonly Bullet[], model: Model): ListForm['author'] {
  const nested = items.filter(({ outer }) => outer && isPerson(outer, model));
  const [first] = nested;
  if (!first || nested.length * 2 <= items.length) return null;
  const outers = [...new Set(nested.flatMap(({ outer }) => outer ?? []))];
  const shape = shapeOf(
    outers.map((bullet) => tokensOf(inlineOf(bullet), model)),
    model.home,
  );
  const marker = mostFrequent(outers.map((bullet) => bullet.marker.trim())) ?? '-';
  const indent = mostFrequent(nested.map(({ prefix }) => prefix)) ?? '  ';
  return shape && { shape, indent: ' '.repeat(indent.length), marker };
}

function isPerson(bullet: Bullet, model: Model): boolean {
  const tokens = tokensOf(inlineOf(bullet), model).filter(({ kind }) => kind !== 'mark');
  const [only, ...others] = tokens;
  if (others.length > 0 || !only) return false;
  return (
    only.kind === 'person' ||
    (only.kind === 'words' && /^[\w-]+(?:\[bot\])?$/.test(only.text.trim()))
  );
}

/** The inline nodes of an item above the lists inside it. */
export function inlineOf({ node }: Bullet): PhrasingContent[] {
  if (node.type === 'paragraph') return node.children;
  if (node.type === 'tableRow') return node.children.flatMap(({ children }) => children);
  return node.type === 'listItem'
    ? node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
    : [];
}

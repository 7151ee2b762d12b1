import type { List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { columns, dedent, linePrefix } from '../markdown/lines.ts';
import type { Span } from '../markdown/span.ts';
import { hashText } from './record/hash-text.ts';
import { type ReportSection, sectionsOf } from './sections.ts';

/** A top-level node of a document. Its span ends before trailing blanks. */
export interface Block extends Span {
  node: RootContent;
  /** Its position among the blocks. */
  index: number;
  section: ReportSection;
}

/** A list at any depth. */
export interface BulletList extends Span {
  node: List;
  /** The block that contains it, or is it. */
  block: Block;
  /** The end of the node before it in the same parent; null when it comes first. */
  before: number | null;
  items: Bullet[];
}

/** A list item at any depth. */
export interface Bullet extends Span {
  node: ListItem;
  list: BulletList;
  /** Its position in the list. */
  index: number;
  /** The list item around it. */
  outer: Bullet | null;
  /** The bullet or number, with the blanks behind it. */
  marker: string;
  /** The text before the marker on its line. */
  prefix: string;
  /** Its Markdown without marker and indentation, with `\n` as line ending. */
  content: string;
  hash: string;
}

/** The structure of a Markdown text. Everything is in the order of the text. */
export interface Outline {
  text: string;
  root: Root;
  sections: ReportSection[];
  blocks: Block[];
  bullets: Bullet[];
}

/** The outline of a text without a byte order mark and of its tree. */
export function outlineOf(text: string, root: Root): Outline {
  const spans = spansOf(text, root, text.length);
  const sections = sectionsOf(root.children);
  const sectionOf = sections.flatMap((section) => section.nodes.map(() => section));
  const blocks = root.children.flatMap((node, index): Block[] => {
    const [section, span] = [sectionOf[index], spans[index]];
    return section && span ? [{ node, index, section, ...span }] : [];
  });
  const outline: Outline = { text, root, sections, blocks, bullets: [] };
  for (const block of blocks) {
    const before = blocks[block.index - 1]?.end ?? null;
    walk(outline, block.node, { span: block, block, before, bullet: null });
  }
  return outline;
}

/** A list item and those around it, innermost first. */
export function withOuter(bullet: Bullet | null): Bullet[] {
  return bullet ? [bullet, ...withOuter(bullet.outer)] : [];
}

interface Around {
  span: Span;
  block: Block;
  before: number | null;
  bullet: Bullet | null;
}

function walk(outline: Outline, node: Nodes, around: Around): void {
  if (!('children' in node)) return;
  if (node.type === 'list') {
    walkList(outline, node, around);
    return;
  }
  const { block, bullet } = around;
  const spans = isFlow(node) ? spansOf(outline.text, node, around.span.end) : [];
  node.children.forEach((child, index) => {
    const before = spans[index - 1]?.end ?? null;
    const span = spans[index] ?? around.span;
    walk(outline, child, { span, block, before, bullet });
  });
}

function walkList(outline: Outline, node: List, { span, block, before, bullet }: Around): void {
  const list: BulletList = { node, block, before, items: [], start: span.start, end: span.end };
  const spans = spansOf(outline.text, node, span.end);
  node.children.forEach((child, index) => {
    const item = bulletOf(outline.text, child, list, bullet, spans[index] ?? span);
    list.items.push(item);
    outline.bullets.push(item);
    walk(outline, child, { span: item, block, before: null, bullet: item });
  });
}

const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?![ \t])|[ \t]?)/;

function bulletOf(
  text: string,
  node: ListItem,
  list: BulletList,
  outer: Bullet | null,
  span: Span,
): Bullet {
  const source = text.slice(span.start, span.end);
  const marker = MARKER.exec(source)?.[0] ?? '';
  const prefix = linePrefix(text, span.start);
  const content = dedent(source.slice(marker.length), columns(prefix + marker));
  return {
    ...span,
    node,
    list,
    index: list.items.length,
    outer,
    marker,
    prefix,
    content,
    hash: hashText(content),
  };
}

// The position of an unclosed code block inside a list or quote reaches into the node after it.
function spansOf(text: string, parent: { children: readonly Nodes[] }, limit: number): Span[] {
  const starts = parent.children.map(({ position }) => position?.start.offset ?? limit);
  return parent.children.map(({ position }, index) => {
    const start = starts[index] ?? limit;
    let end = Math.min(position?.end.offset ?? limit, starts[index + 1] ?? limit, limit);
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
    return { start, end };
  });
}

function isFlow({ type }: Nodes): boolean {
  return type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}

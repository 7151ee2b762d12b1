import type { Nodes, Root, RootContent } from 'mdast';
import { type Edit, applyEdits } from '../markdown/edit.ts';
import { EditedOffsets } from '../markdown/edited-offsets.ts';
import { indent, linePrefix } from '../markdown/lines.ts';
import { escapeInvisible } from '../markdown/plain-text.ts';
import { type MarkdownDocument, parseMarkdown, stringifyNodes } from '../markdown/processor.ts';
import { isSameTree } from '../markdown/same-tree.ts';
import { overlaps, type Span, spanOf } from '../markdown/span.ts';

/** A report's text, and where it comes from. */
export interface WrittenDocument extends MarkdownDocument {
  /** Where in what the template wrote an offset of the text was; null when nobody knows. */
  sourceOffset: (offset: number) => number | null;
}

/** As messages name it. */
const DRAFT = 'the draft';

/**
 * Makes the edits, and sees to it that the text is parsed as it should be. A block that isn't is written
 * by remark, and if even that is not enough, all of the text.
 *
 * @param source what the template wrote
 * @param expected its tree after the edits, with the positions in `source`
 * @param edits in order
 */
export function writtenDocument(
  source: string,
  expected: Root,
  edits: readonly Edit[],
): WrittenDocument {
  const first = edited(source, edits);
  if (isSameTree(expected, first.root)) return first;
  const blocks = differingBlocks(expected, first.root, new EditedOffsets(edits));
  const outside = edits.filter((edit) => !blocks.some(({ span }) => overlaps(span, edit)));
  const rewritten = blocks.map(({ node, span }) => ({
    ...span,
    text: rewrite(node, span, source),
  }));
  const second = edited(
    source,
    [...outside, ...rewritten].sort((a, b) => a.start - b.start),
  );
  if (isSameTree(expected, second.root)) return second;
  const text = written(expected.children);
  return { text, root: parseMarkdown(text, DRAFT), sourceOffset: () => null };
}

function edited(source: string, edits: readonly Edit[]): WrittenDocument {
  const text = applyEdits(source, edits);
  const offsets = new EditedOffsets(edits);
  const sourceOffset = (offset: number) => offsets.before(offset);
  return { text, root: parseMarkdown(text, DRAFT), sourceOffset };
}

interface Block {
  node: RootContent;
  span: Span;
}

/** The innermost blocks that are not in a tree. */
function differingBlocks(expected: Nodes, actual: Nodes, offsets: EditedOffsets): Block[] {
  if (!('children' in expected)) return [];
  const others = new Map(
    'children' in actual
      ? actual.children.map((node): [number | undefined, Nodes] => [spanOf(node)?.start, node])
      : [],
  );
  return expected.children.flatMap((node): Block[] => {
    const span = spanOf(node);
    if (!span) return [];
    const other = others.get(offsets.after(span.start)) ?? actual;
    if (isSameTree(node, other) && offsets.after(span.end) === spanOf(other)?.end) return [];
    return containers.has(node.type) ? differingBlocks(node, other, offsets) : [{ node, span }];
  });
}

const containers = new Set<Nodes['type']>(['blockquote', 'footnoteDefinition', 'list', 'listItem']);

function rewrite(node: RootContent, { start }: Span, source: string): string {
  // Below the markers of list items there are blanks.
  const prefix = linePrefix(source, start).replace(/[^>\s]/g, ' ');
  return indent(written([node]).trimEnd(), prefix, '\n');
}

/** The parser has resolved references to invisible characters. */
function written(children: RootContent[]): string {
  return escapeInvisible(
    stringifyNodes(children),
    (codePoint) => `&#x${codePoint.toString(16).toUpperCase()};`,
  );
}

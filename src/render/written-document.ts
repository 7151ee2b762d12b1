import type { Definition, Nodes, Root, RootContent } from 'mdast';
import { type Edit, applyEdits } from '../markdown/edit.ts';
import { EditedOffsets } from '../markdown/edited-offsets.ts';
import { indent, linePrefix } from '../markdown/lines.ts';
import { escapeInvisible } from '../markdown/plain-text.ts';
import { type MarkdownDocument, parseMarkdown, stringifyNodes } from '../markdown/processor.ts';
import { isSameTree } from '../markdown/same-tree.ts';
import { overlaps, type Span, spanOf } from '../markdown/span.ts';

import { definitionLine, missingDefinitions, withoutReferences } from './foreign/references.ts';

/** A report's text, and where it comes from. */
export interface WrittenDocument extends MarkdownDocument {
  /** Where a span of the text was in what the template wrote; null when nobody knows. */
  sourceSpan: (span: Span) => Span | null;
}

/** As messages name it. */
const DRAFT = 'the draft';

/**
 * Makes the edits, adds the definitions that references lack, and sees to it that the text is parsed as
 * it should be. A block that isn't is written by remark, and if even that is not enough, all of the text.
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
  const first = edited(source, expected, edits);
  if (first.isAsExpected) return first;
  const blocks = differingBlocks(expected, first.root, new EditedOffsets(edits));
  const outside = edits.filter((edit) => !blocks.some(({ span }) => overlaps(span, edit)));
  const rewritten = blocks.map(({ node, span }) => ({
    ...span,
    text: rewrite(node, span, source),
  }));
  const all = [...outside, ...rewritten].sort((a, b) => a.start - b.start);
  const second = edited(source, expected, all);
  if (second.isAsExpected) return second;
  const text = written(withoutReferences(expected).children);
  return { text, root: parseMarkdown(text, DRAFT), sourceSpan: () => null };
}

function edited(
  source: string,
  expected: Root,
  edits: readonly Edit[],
): WrittenDocument & { isAsExpected: boolean } {
  const definitions = missingDefinitions(expected);
  const text = withDefinitions(applyEdits(source, edits), expected, definitions);
  const root = parseMarkdown(text, DRAFT);
  const offsets = new EditedOffsets(edits);
  return {
    text,
    root,
    sourceSpan: ({ start, end }) => ({ start: offsets.before(start), end: offsets.before(end) }),
    isAsExpected: isSameTree(
      { type: 'root', children: [...expected.children, ...definitions] },
      root,
    ),
  };
}

/** A text with definitions at its end, among those that may be there. */
function withDefinitions(
  text: string,
  { children }: Root,
  definitions: readonly Definition[],
): string {
  if (definitions.length === 0) return text;
  const gap = children.at(-1)?.type === 'definition' ? '' : '\n';
  return `${text}${gap}${definitions.map(definitionLine).join('\n')}\n`;
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
  return indent(written([withoutReferences(node)]).trimEnd(), prefix, '\n');
}

/** The parser has resolved references to invisible characters. */
function written(children: RootContent[]): string {
  return escapeInvisible(
    stringifyNodes(children),
    (codePoint) => `&#x${codePoint.toString(16).toUpperCase()};`,
  );
}

import { visit } from 'unist-util-visit';
import { definitionsOf } from '../../report/cited.ts';
import type { Draft, Section } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import type { Gaps } from './gaps.ts';
import { insertBelow, lineEndingAt } from '../../markdown/lines.ts';
import { gapAtEnd } from './region-end.ts';
import type { Edit } from '../../markdown/edit.ts';

/** Defines what the reference links in new text need and the file does not define: below its last definition, or at its end. */
export function addDefinitions(
  edited: Edited,
  { page }: Draft,
  written: Section['elements'],
  gaps: Gaps,
): Edit[] {
  const { text, root, blocks } = edited.page;
  const needed = new Set<string>();
  for (const element of written) {
    const { node } = element.kind === 'entry' ? element.bullet : element.block;
    visit(node, ['linkReference', 'imageReference'], (reference) => {
      if ('identifier' in reference) needed.add(reference.identifier);
    });
  }
  const known = definitionsOf(root);
  const missing = page.blocks.flatMap(({ node, start, end }) =>
    node.type === 'definition' && needed.has(node.identifier) && !known.has(node.identifier)
      ? [page.text.slice(start, end)]
      : [],
  );
  const last = blocks.findLast(({ node }) => node.type === 'definition');
  if (missing.length === 0) return [];
  if (!last) {
    gaps.addBlock(gapAtEnd(edited), missing.join('\n'));
    return [];
  }
  const eol = lineEndingAt(text, last.end);
  const lines = missing.map((line) => line + eol);
  return [insertBelow(text, last.end, lines, eol)];
}

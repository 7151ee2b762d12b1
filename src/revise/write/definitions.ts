import { visit } from 'unist-util-visit';
import type { Edit } from '../../markdown/edit.ts';
import { insertBelow, lineEndingAt } from '../../markdown/lines.ts';
import { type Draft, type DraftElement, leavesIn } from '../../report/draft/draft.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { BlockInsertions } from './block-insertions.ts';
import { endOfSection } from './section-end.ts';

/** Adds the definitions that new text refers to and the file lacks: below its last definition, or at its end. */
export function addDefinitions(
  edited: EditedReport,
  { outline }: Draft,
  written: DraftElement[],
  insertions: BlockInsertions,
): Edit[] {
  const { text, blocks, definitions } = edited.report;
  const needed = new Set<string>();
  for (const leaf of leavesIn({ elements: written })) {
    const { node } = leaf.kind === 'entry' ? leaf.bullet : leaf.block;
    visit(node, ['linkReference', 'imageReference'], (reference) => {
      if ('identifier' in reference) needed.add(reference.identifier);
    });
  }
  const missing = outline.blocks.flatMap(({ node, start, end }) =>
    node.type === 'definition' && needed.has(node.identifier) && !definitions.has(node.identifier)
      ? [outline.text.slice(start, end)]
      : [],
  );
  if (missing.length === 0) return [];
  const last = blocks.findLast(({ node }) => node.type === 'definition');
  if (!last) {
    insertions.addBlock(endOfSection(edited), missing.join('\n'));
    return [];
  }
  const eol = lineEndingAt(text, last.end);
  const lines = missing.map((line) => line + eol);
  return [insertBelow(text, last.end, lines, eol)];
}

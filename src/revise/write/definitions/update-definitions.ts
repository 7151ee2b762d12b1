import type { Nodes } from 'mdast';
import type { Edit } from '../../../markdown/edit.ts';
import type { Draft } from '../../../report/draft/draft.ts';
import type { Outline } from '../../../report/outline.ts';
import { hashText } from '../../../report/record/hash-text.ts';
import type { EditedReport } from '../../match/edited-report.ts';
import type { BlockInsertions } from '../block-insertions.ts';
import { endOfSection } from '../section-end.ts';
import { type DefinitionNode, isDefinition, type NewDefinition } from './definition-block.ts';
import { definitionEdits } from './definition-edits.ts';
import { referencesIn } from './references-in.ts';

export interface UpdatedDefinitions {
  edits: Edit[];
  /** The hashes of those in the file that devreport wrote, now or before. */
  generated: string[];
}

/**
 * Brings the definitions of a file in line with what a run writes: adds those that new text refers to,
 * among the others or at the end, and removes those of devreport's own that nothing refers to any more.
 *
 * @param written the nodes of the draft that are new in the file
 * @param comments texts of the draft that come into comments
 * @param others the other edits of the run: what they replace refers to nothing any more
 */
export function updateDefinitions(
  edited: EditedReport,
  { outline }: Draft,
  written: readonly Nodes[],
  comments: readonly string[],
  others: readonly Edit[],
  insertions: BlockInsertions,
): UpdatedDefinitions {
  const { report } = edited;
  const needed = new Set(written.flatMap(referencesIn).map(({ identifier }) => identifier));
  for (const { node } of outline.blocks.filter(isDefinition))
    if (comments.some((one) => one.includes(`[${node.label ?? ''}]`))) needed.add(node.identifier);
  const { edits, added, isNewBlock, kept } = definitionEdits(report, {
    needed,
    offered: definitionLines(outline),
    isOurs: recordedDefinitions(edited),
    mayGo: () => true,
    others,
  });
  if (isNewBlock)
    insertions.addBlock(endOfSection(edited), added.map(({ line }) => line).join('\n'));
  return {
    edits,
    generated: [
      ...new Set([
        ...kept.map(({ start, end }) => hashText(report.text.slice(start, end))),
        ...added.map(({ line }) => hashText(line)),
      ]),
    ].sort(),
  };
}

/** The definitions of a draft, as they can be written into a file. */
export function definitionLines({ text, blocks }: Outline): NewDefinition[] {
  return blocks
    .filter(isDefinition)
    .map(({ node, start, end }) => ({ identifier: node.identifier, line: text.slice(start, end) }));
}

/** Whether devreport wrote a definition, by the record of the file. */
export function recordedDefinitions({
  report: { text },
  record,
}: Pick<EditedReport, 'report' | 'record'>): (definition: DefinitionNode) => boolean {
  const recorded = new Set(record.definitions);
  return ({ start, end }) => recorded.has(hashText(text.slice(start, end)));
}

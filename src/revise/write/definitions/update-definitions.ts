import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Edit } from '../../../markdown/edit.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import type { Draft } from '../../../report/draft/draft.ts';
import { hashText } from '../../../report/record/hash-text.ts';
import type { EditedReport } from '../../match/edited-report.ts';
import type { BlockInsertions } from '../block-insertions.ts';
import { endOfSection } from '../section-end.ts';
import {
  addToBlock,
  type DefinitionBlock,
  definitionBlocks,
  type DefinitionNode,
  isDefinition,
  removeFromBlock,
} from './definition-block.ts';
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
  const { report, record } = edited;
  const { text, definitions, root } = report;
  const drafted = outline.blocks.filter(isDefinition);
  const lineOf = ({ start, end }: DefinitionNode) => outline.text.slice(start, end);
  const needed = new Set(written.flatMap(referencesIn).map(({ identifier }) => identifier));
  for (const { node } of drafted)
    if (comments.some((one) => one.includes(`[${node.label ?? ''}]`))) needed.add(node.identifier);

  const blocks = definitionBlocks(report);
  const recorded = new Set(record.definitions);
  const isOurs = ({ start, end }: DefinitionNode) => recorded.has(hashText(text.slice(start, end)));
  const gone = new SpanIndex(others.filter(({ start, end }) => end > start));
  const used = new Set(needed);
  for (const reference of referencesIn(root))
    if (!gone.overlaps(reference)) used.add(reference.identifier);
  const inComments = commentsIn(root);
  const isGone = (one: DefinitionNode) =>
    isOurs(one) &&
    !used.has(one.node.identifier) &&
    !inComments.includes(`[${one.node.label ?? ''}]`.toLowerCase());

  const added = firstOfEach(drafted)
    .filter(({ node }) => needed.has(node.identifier) && !definitions.has(node.identifier))
    .map((one) => ({ identifier: one.node.identifier, line: lineOf(one) }));
  const order = drafted.map(({ node }) => node.identifier);
  const main = mainBlock(blocks, isOurs);
  if (added.length > 0 && !main)
    insertions.addBlock(endOfSection(edited), added.map(({ line }) => line).join('\n'));
  const kept = blocks.flat().filter((one) => isOurs(one) && !isGone(one));
  return {
    edits: [
      ...(main ? addToBlock(text, main, added, order) : []),
      ...blocks.flatMap((block) =>
        removeFromBlock(report, block, isGone, block === main && added.length > 0),
      ),
    ],
    generated: [
      ...new Set([
        ...kept.map(({ start, end }) => hashText(text.slice(start, end))),
        ...added.map(({ line }) => hashText(line)),
      ]),
    ].sort(),
  };
}

/** The block with most of devreport's own definitions, else the last one. */
function mainBlock(
  blocks: readonly DefinitionBlock[],
  isOurs: (one: DefinitionNode) => boolean,
): DefinitionBlock | undefined {
  const counted = blocks.map((block) => ({ block, count: block.filter(isOurs).length }));
  return counted.sort((a, b) => a.count - b.count).at(-1)?.block;
}

function firstOfEach(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const found = new Map<string, DefinitionNode>();
  for (const one of definitions)
    if (!found.has(one.node.identifier)) found.set(one.node.identifier, one);
  return [...found.values()];
}

/** What is in comments may be moved into the text. */
function commentsIn(root: Nodes): string {
  const found: string[] = [];
  visit(root, 'html', ({ value }) => {
    if (value.startsWith('<!--') && !value.startsWith('<!-- devreport record')) found.push(value);
  });
  return found.join('\n').toLowerCase();
}

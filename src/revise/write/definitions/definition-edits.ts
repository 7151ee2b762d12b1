import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Edit } from '../../../markdown/edit.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';
import type { Report } from '../../../report/report.ts';
import {
  addToBlock,
  type DefinitionBlock,
  definitionBlocks,
  type DefinitionNode,
  type NewDefinition,
  removeFromBlock,
} from './definition-block.ts';
import { referencesIn } from './references-in.ts';

/** What the other edits of a text mean for its definitions. */
export interface DefinitionNeeds {
  /** The identifiers that new text refers to. */
  needed: ReadonlySet<string>;
  /** What can be added, in order; of one identifier, the first. */
  offered: readonly NewDefinition[];
  isOurs: (definition: DefinitionNode) => boolean;
  /** Whether one of ours goes when nothing refers to it. */
  mayGo: (definition: DefinitionNode) => boolean;
  /** What they replace refers to nothing any more. */
  others: readonly Edit[];
}

export interface DefinitionEdits {
  edits: Edit[];
  added: NewDefinition[];
  /** Whether those added need a block of their own, because the text has no definitions. */
  isNewBlock: boolean;
  /** Those of ours that stay. */
  kept: DefinitionNode[];
}

/** Adds the definitions that new text refers to, and removes those that nothing refers to any more. */
export function definitionEdits(
  report: Report,
  { needed, offered, isOurs, mayGo, others }: DefinitionNeeds,
): DefinitionEdits {
  const { text, definitions, root } = report;
  const blocks = definitionBlocks(report);
  const gone = new SpanIndex(others.filter(({ start, end }) => end > start));
  const used = new Set(needed);
  for (const reference of referencesIn(root))
    if (!gone.overlaps(reference)) used.add(reference.identifier);
  const inComments = commentsIn(root);
  const isGone = (one: DefinitionNode) =>
    !used.has(one.node.identifier) &&
    !inComments.includes(`[${one.node.label ?? ''}]`.toLowerCase()) &&
    isOurs(one) &&
    mayGo(one);
  const added = firstOfEach(offered).filter(
    ({ identifier }) => needed.has(identifier) && !definitions.has(identifier),
  );
  const order = offered.map(({ identifier }) => identifier);
  const main = mainBlock(blocks, isOurs);
  return {
    edits: [
      ...(main ? addToBlock(text, main, added, order) : []),
      ...blocks.flatMap((block) =>
        removeFromBlock(report, block, isGone, block === main && added.length > 0),
      ),
    ],
    added,
    isNewBlock: added.length > 0 && !main,
    kept: blocks.flat().filter((one) => isOurs(one) && !isGone(one)),
  };
}

/** The block with most of our own definitions, else the last one. */
function mainBlock(
  blocks: readonly DefinitionBlock[],
  isOurs: (one: DefinitionNode) => boolean,
): DefinitionBlock | undefined {
  const counted = blocks.map((block) => ({ block, count: block.filter(isOurs).length }));
  return counted.sort((a, b) => a.count - b.count).at(-1)?.block;
}

function firstOfEach(definitions: readonly NewDefinition[]): NewDefinition[] {
  const found = new Map<string, NewDefinition>();
  for (const one of definitions) if (!found.has(one.identifier)) found.set(one.identifier, one);
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

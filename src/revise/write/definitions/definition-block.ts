import type { Definition } from 'mdast';
import { definitionSortKey } from '../../../markdown/definition-order.ts';
import type { Edit } from '../../../markdown/edit.ts';
import {
  hasBlankLine,
  insertBelow,
  lineEndingAt,
  linePrefix,
  linesBetween,
} from '../../../markdown/lines.ts';
import type { Block, Outline } from '../../../report/outline.ts';

export interface DefinitionNode extends Block {
  node: Definition;
}

export function isDefinition(block: Block): block is DefinitionNode {
  return block.node.type === 'definition';
}

/** Definitions of a text without a blank line between them. */
export type DefinitionBlock = DefinitionNode[];

export function definitionBlocks({ text, blocks }: Outline): DefinitionBlock[] {
  const found: DefinitionBlock[] = [];
  for (const block of blocks) {
    if (!isDefinition(block)) continue;
    const last = found.at(-1)?.at(-1);
    const isNext = last?.index === block.index - 1;
    if (isNext && !hasBlankLine(text.slice(last.end, block.start))) found.at(-1)?.push(block);
    else found.push([block]);
  }
  return found;
}

/** A definition to add, with its line. */
export interface NewDefinition {
  identifier: string;
  line: string;
}

/**
 * Adds definitions to a block: where their order says, or, if it has another, next to their neighbours.
 *
 * @param order the identifiers of the draft's definitions, in order
 */
export function addToBlock(
  text: string,
  block: DefinitionBlock,
  added: readonly NewDefinition[],
  order: readonly string[],
): Edit[] {
  const isSorted = block.every(
    ({ node }, index) => index === 0 || keyAt(block, index - 1) <= definitionSortKey(node),
  );
  const below = new Map<number, NewDefinition[]>();
  for (const one of added) {
    const at = isSorted ? sortedPlace(block, one) : neighbourPlace(block, one, order);
    below.set(at, [...(below.get(at) ?? []), one]);
  }
  return [...below].flatMap(([at, ones]): Edit[] => {
    const own = isSorted ? ones.toSorted((a, b) => compare(a, b)) : ones;
    const upper = block[at - 1];
    const eol = lineEndingAt(text, (upper ?? block[0])?.end ?? 0);
    const lines = own.map(({ line }) => line + eol);
    if (upper) return [insertBelow(text, upper.end, lines, eol)];
    const start = block[0]?.start ?? 0;
    return [{ start, end: start, text: lines.join('') }];
  });
}

/** Removes definitions, and the blank line above a block that goes as a whole. */
export function removeFromBlock(
  { text, blocks }: Outline,
  block: DefinitionBlock,
  isGone: (definition: DefinitionNode) => boolean,
  isFilled: boolean,
): Edit[] {
  const [first] = block;
  const last = block.at(-1);
  if (first && last && block.every(isGone) && !isFilled) {
    const above = blocks[first.index - 1]?.end ?? null;
    return [{ ...linesBetween(text, above, last.end), text: '' }];
  }
  return block.filter(isGone).map(({ start, end }) => {
    const line = start - linePrefix(text, start).length;
    return { start: line, end: linesBetween(text, start, end).end, text: '' };
  });
}

function sortedPlace(block: DefinitionBlock, one: NewDefinition): number {
  const key = definitionSortKey(one);
  const after = block.findIndex(({ node }) => definitionSortKey(node) > key);
  return after < 0 ? block.length : after;
}

function neighbourPlace(
  block: DefinitionBlock,
  { identifier }: NewDefinition,
  order: readonly string[],
): number {
  const at = new Map(block.map(({ node }, index) => [node.identifier, index]));
  const own = order.indexOf(identifier);
  const above = order.slice(0, own).findLast((one) => at.has(one));
  if (above !== undefined) return (at.get(above) ?? 0) + 1;
  const below = order.slice(own + 1).find((one) => at.has(one));
  return (below !== undefined ? at.get(below) : undefined) ?? block.length;
}

function keyAt(block: DefinitionBlock, index: number): string {
  const node = block[index]?.node;
  return node ? definitionSortKey(node) : '';
}

function compare(a: NewDefinition, b: NewDefinition): number {
  return definitionSortKey(a) < definitionSortKey(b) ? -1 : 1;
}

import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Span } from '../../../markdown/span.ts';
import { spanOf } from '../../../markdown/span.ts';
import type { DraftElement } from '../../../report/draft/draft.ts';
import { itemLead } from '../../../report/item-lead.ts';

/** A reference to a definition. */
interface Reference extends Span {
  identifier: string;
}

export function referencesIn(node: Nodes): Reference[] {
  const found: Reference[] = [];
  visit(node, ['linkReference', 'imageReference'], (reference) => {
    if ('identifier' in reference)
      found.push({
        identifier: reference.identifier,
        ...(spanOf(reference) ?? { start: 0, end: 0 }),
      });
  });
  return found;
}

/** The nodes that elements of a draft are written from. `text`: of the draft. */
export function nodesOf(elements: readonly DraftElement[], text: string): Nodes[] {
  return elements.flatMap((element): Nodes[] => {
    if (element.kind === 'entry') return [element.bullet.node];
    if (element.kind === 'passage') return [element.block.node];
    const { group, elements: inside } = element;
    const lead =
      group?.kind === 'item'
        ? itemLead(text, group.bullet).nodes
        : group?.kind === 'blocks'
          ? [group.lead.node]
          : [];
    return [...lead, ...nodesOf(inside, text)];
  });
}

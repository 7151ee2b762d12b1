import type { Nodes, Parents } from 'mdast';
import type { ConstructName } from 'mdast-util-to-markdown';
import type { Phrase } from '../../markdown/write-phrases.ts';

/** What is around a node: its parents, and how remark calls them. */
export interface Around {
  parent: Parents;
  index: number;
  constructs: readonly ConstructName[];
}

const constructs: Partial<Record<Nodes['type'], readonly ConstructName[]>> = {
  paragraph: ['paragraph', 'phrasing'],
  tableCell: ['tableCell', 'phrasing'],
  strong: ['strong', 'phrasing'],
  emphasis: ['emphasis', 'phrasing'],
  delete: ['phrasing'],
  link: ['link', 'label', 'phrasing'],
  linkReference: ['linkReference', 'label', 'phrasing'],
};

/** remark's names for a node. */
export function constructsOf(node: Nodes, source: string): readonly ConstructName[] {
  if (node.type !== 'heading') return constructs[node.type] ?? [];
  return [source[startOf(node)] === '#' ? 'headingAtx' : 'headingSetext', 'phrasing'];
}

/** The phrase that a text node is, without its pieces. */
export function phraseAround(
  { parent, index, constructs }: Around,
  source: string,
): Omit<Phrase, 'pieces'> {
  const [previous, next] = [parent.children[index - 1], parent.children[index + 1]];
  const isOuter = /^(?:paragraph|heading|tableCell)$/.test(parent.type);
  const start = startOf(parent);
  // A row may begin without a pipe, and so at the start of a line.
  const opening = parent.type === 'tableCell' ? (source[start] === '|' ? '|' : '\n') : '\n';
  const before = previous
    ? previous.type === 'break'
      ? '\n'
      : (source[endOf(previous) - 1] ?? '')
    : isOuter
      ? opening
      : edge[parent.type];
  const after = next ? (source[startOf(next)] ?? '') : isOuter ? '\n' : edge[parent.type];
  return { constructs, isOuter, before: before ?? '*', after: after ?? '*' };
}

/** What is beside the text of a node that is in a text itself. */
const edge: Partial<Record<Nodes['type'], string>> = { link: '[', linkReference: '[', delete: '~' };

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0;
}

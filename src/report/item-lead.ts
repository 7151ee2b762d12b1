import type { RootContent } from 'mdast';
import { columns, dedent } from '../markdown/lines.ts';
import { spanOf } from '../markdown/span.ts';
import type { Bullet } from './outline.ts';

/** What a list item says above the lists inside it. */
export interface ItemLead {
  nodes: RootContent[];
  /** Without marker and indentation. */
  markdown: string;
  /** The offset of its end. */
  end: number;
  /** Whether nothing but one list follows it. */
  isAboveList: boolean;
}

export function itemLead(text: string, { node, start, prefix, marker }: Bullet): ItemLead {
  const children: RootContent[] = node.type === 'listItem' ? node.children : [];
  const first = children.findIndex(({ type }) => type === 'list');
  const nodes = first < 0 ? children : children.slice(0, first);
  const last = nodes.at(-1);
  const from = start + marker.length;
  const end = (last && spanOf(last)?.end) ?? from;
  const markdown = dedent(text.slice(from, end), columns(prefix + marker));
  return { nodes, markdown, end, isAboveList: first === children.length - 1 };
}

import type { Root } from 'mdast';
import { MarkdownTooComplex } from '../limits/too-complex.ts';
import { nodesIn } from '../nodes-in.ts';
import type { Line } from './text-lines.ts';

/** The tree of some lines, with their positions in the whole text. */
export function parseKept(kept: readonly Line[], parse: (text: string) => Root): Root {
  const root = rootOf(kept, parse);
  for (const { position } of nodesIn(root))
    for (const point of position ? [position.start, position.end] : []) {
      const line = kept[point.line - 1];
      if (!line) continue;
      point.line = line.number;
      point.offset = line.start + point.column - 1;
    }
  return root;
}

function rootOf(kept: readonly Line[], parse: (text: string) => Root): Root {
  try {
    return parse(kept.map((line) => line.text).join('\n'));
  } catch (error) {
    if (!(error instanceof MarkdownTooComplex)) throw error;
    throw new MarkdownTooComplex(error.what, kept[error.line - 1]?.number ?? error.line);
  }
}

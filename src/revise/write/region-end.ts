import type { Edited } from '../match/edited.ts';
import type { Block } from '../../report/page.ts';
import type { Region } from '../../report/regions.ts';

/**
 * The gap between blocks at the end of a region's content (or the whole file's): before the
 * definitions, footnotes and record that only happen to stand there.
 */
export function gapAtEnd(edited: Edited, region = edited.page.regions.at(-1)): number {
  return gapBefore(edited, region, ({ node, start, end }) => {
    const isRecord = start <= edited.recordAt && edited.recordAt < end;
    return isRecord || node.type === 'definition' || node.type === 'footnoteDefinition';
  });
}

/** The same for a list of entries, which comes before comments, closing tags and rules too. */
export function gapForEntries(edited: Edited, region: Region): number {
  const end = gapAtEnd(edited, region);
  return gapBefore(edited, region, ({ node, index }) => {
    if (index >= end || node.type === 'thematicBreak') return true;
    return node.type === 'html' && CLOSING.test(node.value);
  });
}

const CLOSING = /^(?:\s*<!--(?:(?!-->)[\s\S])*-->|\s*<\/[\w-]+>)+$/;

function gapBefore(
  { page: { blocks } }: Edited,
  region: Region | undefined,
  isTrailing: (block: Block) => boolean,
): number {
  const isAfter = (block: Block) => block.region.index > (region?.index ?? 0);
  const next = blocks.findIndex(isAfter);
  let gap = next < 0 ? blocks.length : next;
  for (;;) {
    const block = blocks[gap - 1];
    if (block?.region !== region || !block || !isTrailing(block)) return gap;
    gap -= 1;
  }
}

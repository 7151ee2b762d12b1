import type { RootContent } from 'mdast';
import { UsageError } from '../../../errors.ts';
import { parseMarkdown } from '../../../markdown/processor.ts';
import { spanOf } from '../../../markdown/span.ts';

/** A block, or an item of a list, and the offset behind it. */
export interface TextBlock {
  end: number;
  node: RootContent;
}

/** How many characters are parsed at once: the parser takes quadratic time for a long list. */
const AT_ONCE = 32_768;

/**
 * The blocks of a text, piece by piece: a text that was cut somewhere has a last one that may go on
 * after the cut, so that is left out. Ends where a piece takes too long to parse.
 */
export function* blocksOf(text: string): Generator<TextBlock> {
  let at = 0;
  for (let size = AT_ONCE; at < text.length; size *= 2) {
    const blocks = wholeBlocks(text.slice(at, at + size));
    for (const { node, end } of blocks) yield { node, end: at + end };
    const last = blocks.at(-1)?.end ?? 0;
    if (last === 0 && at + size >= text.length) return;
    at += last;
    if (last > 0) size = AT_ONCE / 2;
  }
}

/** The blocks but for the last, and if that is a list, its items but for the last. */
function wholeBlocks(text: string): TextBlock[] {
  try {
    const { children } = parseMarkdown(text);
    const last = children.at(-1);
    const items = last?.type === 'list' ? last.children.slice(0, -1) : [];
    return [...children.slice(0, -1), ...items].map((node) => ({
      node,
      end: spanOf(node)?.end ?? 0,
    }));
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

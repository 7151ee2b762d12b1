import type { Edit } from '../../markdown/edit.ts';
import { lineEndingAt, linesBetween } from '../../markdown/lines.ts';
import type { Block, Outline } from '../../report/outline.ts';

export function replaceBlock({ text }: Outline, { start, end }: Block, markdown: string): Edit {
  return { start, end, text: markdown.replaceAll('\n', lineEndingAt(text, end)) };
}

export function removeBlock({ text, blocks }: Outline, { index, end }: Block): Edit {
  return { ...linesBetween(text, blocks[index - 1]?.end ?? null, end), text: '' };
}

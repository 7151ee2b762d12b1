import { parseMarkdown, stringifyNodes } from '../../src/markdown/processor.ts';

/** A text as remark writes it, with as few escapes as it needs. */
export function formatMarkdown(text: string): string {
  return stringifyNodes(parseMarkdown(text).children);
}

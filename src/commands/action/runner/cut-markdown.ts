import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { blocksOf } from './blocks-of.ts';

/**
 * A text that is at most so many bytes long in UTF-8. A longer one ends behind a block or a list item,
 * with a note below it, and what it had opened there is closed. Empty when not even the note fits.
 */
export function cutMarkdown(text: string, mostBytes: number, note: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text;
  const ending = `${note}\n`;
  const beginning = firstBytes(text, mostBytes - Buffer.byteLength(ending));
  const cuts: { end: number; open: number }[] = [];
  let open = 0;
  for (const { end, node } of blocksOf(beginning)) {
    open = Math.max(0, open + detailsOpenedBy(node));
    cuts.push({ end, open });
  }
  for (const cut of cuts.reverse()) {
    const closing = '</details>\n\n'.repeat(cut.open);
    const kept = `${beginning.slice(0, cut.end)}\n\n${closing}${ending}`;
    if (Buffer.byteLength(kept) <= mostBytes) return kept;
  }
  return Buffer.byteLength(ending) <= mostBytes ? ending : '';
}

/** How many elements `<details>` a block opens without closing them; negative when it closes more. */
function detailsOpenedBy(block: RootContent): number {
  let open = 0;
  visit(block, 'html', ({ value }) => {
    for (const [, slash] of withoutComments(value).matchAll(/<(\/?)details(?![\w-])/gi))
      open += slash === '' ? 1 : -1;
  });
  return open;
}

function withoutComments(html: string): string {
  const [first = '', ...comments] = html.split('<!--');
  return first + comments.flatMap((comment) => comment.split('-->').slice(1)).join('');
}

/** The characters in the first bytes of a text. */
function firstBytes(text: string, bytes: number): string {
  const buffer = new Uint8Array(Math.max(0, bytes));
  const { read } = new TextEncoder().encodeInto(text, buffer);
  return text.slice(0, read);
}

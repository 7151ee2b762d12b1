import type { Nodes, PhrasingContent } from 'mdast';
import { NOTHING } from '../../markdown/escape.ts';
import { foreignParts } from '../../markdown/foreign-parts.ts';
import { isAddress, isSpecialWord } from '../../markdown/github-syntax.ts';

/** Where a text node is. */
export interface TextPlace {
  before: Nodes | undefined;
  after: Nodes | undefined;
  isLink: boolean;
  /** Whether balanced backticks in foreign text are code. */
  hasCode: boolean;
}

/** A part of a text: the template's, or foreign. */
export interface TextPart {
  text: string;
  isForeign: boolean;
  /** Whether it is the user's, in which a word like `#12` is no reference. */
  isOwn?: boolean;
  /** What the text is instead. */
  link?: PhrasingContent | null;
}

/**
 * Nodes for each part of a text: the template's as they are, foreign ones with code as code. Where two
 * parts would be read as one, an empty comment keeps them apart; it is always in a foreign part.
 */
export function phrasingOf(
  parts: readonly TextPart[],
  { before, after, isLink, hasCode }: TextPlace,
): PhrasingContent[][] {
  let last: { type: string } | undefined = before;
  /** The text that ends in the last node, and whether the end is foreign. */
  let run = { text: '', isForeign: false };
  const written: PhrasingContent[][] = [];

  function add(...nodes: PhrasingContent[]): void {
    written.at(-1)?.push(...nodes);
    last = nodes.at(-1);
  }

  function addText(text: string, isForeign: boolean): void {
    const isSeam = last?.type === 'text' && joins(run.text, text, isForeign && run.isForeign);
    const comment = { type: 'html', value: NOTHING } as const;
    if (isSeam && isForeign) add(comment);
    if (isSeam && !isForeign) written.at(-2)?.push(comment);
    run = { text: last?.type === 'text' ? run.text + text : text, isForeign };
    add({ type: 'text', value: text });
  }

  function addCode(value: string): void {
    if (last?.type === 'inlineCode') add({ type: 'html', value: NOTHING });
    add({ type: 'inlineCode', value });
  }

  for (const { text, isForeign, isOwn = false, link } of parts) {
    written.push([]);
    if (text !== '' && !isForeign) addText(text, false);
    if (link) add(link);
    if (isOwn) addText(text, true);
    for (const part of isForeign && !isOwn && !link ? foreignParts(text, hasCode) : []) {
      if (part.kind === 'text') addText(part.text, true);
      else if (part.kind === 'code' || isLink) addCode(part.text);
      else add(linkTo(part.text));
    }
  }
  if (after?.type === 'inlineCode' && (last as { type: string } | undefined)?.type === 'inlineCode')
    written.findLast((nodes) => nodes.length > 0)?.push({ type: 'html', value: NOTHING });
  return written;
}

function linkTo(url: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: url }], data: { isBare: true } };
}

/** Whether a link begins in one text and ends in the next; of foreign ones, anything special. */
function joins(first: string, second: string, areForeign: boolean): boolean {
  const isSpecial = areForeign ? isSpecialWord : isAddress;
  const left = first.slice(-LONGEST_SEAM).split(/\s/).at(-1) ?? '';
  const [right = ''] = second.slice(0, LONGEST_SEAM).split(/\s/, 1);
  const isWhole = left === '' || right === '' || isSpecial(left) || isSpecial(right);
  return !isWhole && isSpecial(left + right);
}

/** How much of a word on each side is looked at. */
const LONGEST_SEAM = 300;

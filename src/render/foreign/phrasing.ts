import type { InlineCode, Link, Parents, PhrasingContent } from 'mdast';
import { NOTHING } from '../../markdown/escape.ts';
import { type ForeignPart, foreignParts } from '../../markdown/foreign-parts.ts';
import { isAddress, isSpecialWord } from '../../markdown/github-syntax.ts';

/** Where a text node is. */
export interface TextPlace {
  parent: Parents;
  index: number;
  isLink: boolean;
  /** Whether balanced backticks in foreign text are code. */
  hasCode: boolean;
}

interface Piece extends ForeignPart {
  isForeign: boolean;
}

const nothing = { type: 'html', value: NOTHING } as const;

/**
 * Nodes for the parts of a text: the template's as they are, foreign ones with code as code. Where
 * two parts would be read as one, an empty comment keeps them apart.
 */
export function phrasingOf(
  parts: readonly { text?: string; foreign?: string }[],
  { parent, index, isLink, hasCode }: TextPlace,
): PhrasingContent[] {
  const pieces = parts.flatMap(({ text = '', foreign }): Piece[] =>
    foreign === undefined
      ? [{ kind: 'text', text, isForeign: false }]
      : foreignParts(foreign, hasCode).map((part) => ({ ...part, isForeign: true })),
  );
  const before = parent.children[index - 1];
  const nodes: PhrasingContent[] = [];

  function addCode(value: string): void {
    const previous = nodes.length > 0 ? nodes.at(-1) : before;
    if (previous?.type === 'inlineCode') nodes.push(nothing);
    nodes.push({ type: 'inlineCode', value } satisfies InlineCode);
  }

  function addText({ text, isForeign }: Piece, previous: Piece | undefined): void {
    const last = nodes.at(-1);
    if (last?.type !== 'text') nodes.push({ type: 'text', value: text });
    else if (joins(last.value, text, isForeign && previous?.isForeign === true))
      nodes.push(nothing, { type: 'text', value: text });
    else last.value += text;
    // On a line of its own it would underline a heading; remark overlooks it behind another such line.
    if (isForeign && /^(?:-+|=+)$/.test(text)) nodes.push(nothing);
  }

  const used = pieces.filter(({ text }) => text !== '');
  for (const [at, piece] of used.entries()) {
    if (piece.kind === 'text') addText(piece, used[at - 1]);
    else if (piece.kind === 'code' || isLink) addCode(piece.text);
    else nodes.push(linkTo(piece.text));
  }
  const after = parent.children[index + 1];
  if (after?.type === 'inlineCode' && nodes.at(-1)?.type === 'inlineCode') nodes.push(nothing);
  return nodes;
}

function linkTo(url: string): Link {
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

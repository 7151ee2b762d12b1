import type { Literal, PhrasingContent } from 'mdast';
import type { ConstructName, Info, State } from 'mdast-util-to-markdown';
import { isBareBetween, safeText } from './write-nodes.ts';

/** A part of a text: what is there already, or nodes to be written into it. */
export type Piece = string | readonly PhrasingContent[];

/** A text without line endings of a container, in which nodes are to be written. */
export interface Phrase {
  /** remark's names for what is around it. */
  constructs: readonly ConstructName[];
  /** Whether it is directly in a paragraph, a heading or a cell. */
  isOuter: boolean;
  /** The character before it; a line ending where it begins a line. */
  before: string;
  pieces: readonly Piece[];
  /** The character behind it. */
  after: string;
}

/** Stands for phrases in a tree, to have remark's writer at hand. */
export interface Phrases extends Literal {
  type: 'phrases';
  phrases: readonly Phrase[];
  /** For each phrase the Markdown of its nodes, in order; made when the tree is written. */
  written: string[][];
}

declare module 'mdast' {
  interface RootContentMap {
    phrases: Phrases;
  }
}

/** How much of a line can matter for what follows: the number of a list item, at most. */
const LONGEST_BEFORE = 20;

/** Writes the nodes of phrases, each as remark would if all of the phrase were nodes. */
export function phrases(
  { phrases, written }: Phrases,
  _parent: unknown,
  state: State,
  info: Info,
): string {
  for (const phrase of phrases) {
    const exits = phrase.constructs.map((construct) => state.enter(construct));
    written.push(writePhrase(phrase, state, info));
    for (const exit of exits.toReversed()) exit();
  }
  return '';
}

function writePhrase(phrase: Phrase, state: State, info: Info): string[] {
  let { before } = phrase;
  const add = (text: string): string => {
    before = (before + text).slice(-LONGEST_BEFORE);
    return text;
  };
  return phrase.pieces.flatMap((piece, at) => {
    if (typeof piece === 'string') {
      add(piece);
      return [];
    }
    const written = piece.map((node, index) => {
      const next = piece.slice(index + 1).map(firstOf);
      const after = firstText([...next, ...phrase.pieces.slice(at + 1, at + 3).map(startOf)]);
      const around = { before, after: after === '' ? phrase.after : after };
      return add(writeNode(node, phrase, around, state, info));
    });
    return [written.join('')];
  });
}

function writeNode(
  node: PhrasingContent,
  { isOuter }: Phrase,
  around: { before: string; after: string },
  state: State,
  info: Info,
): string {
  if (node.type === 'text') return safeText(node.value, state, around);
  if (node.type === 'link' && isOuter && isBareBetween(node, around)) return node.url;
  return state.handle(node, undefined, state, { ...info, ...around });
}

/** The beginning of a piece, as far as it can matter. */
function startOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : firstText(piece.map(firstOf));
}

function firstText(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

function firstOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return '`';
  return node.type === 'html' ? '<' : '[';
}

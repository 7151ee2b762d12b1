import type { Paragraph, TableCell } from 'mdast';
import { type Span, spanOf } from '../../../markdown/span.ts';
import type { Bullet } from '../../../report/outline.ts';
import { type Atom, phraseAtoms, type LinkedText } from './atoms.ts';

/** The words of an entry, and the references and people that are apart from them, in front or behind. */
export interface Anatomy extends Span {
  text: string;
  /** Without the full stop at the end of the entry. */
  words: Span;
  items: Atom[];
  people: Atom[];
  /** The references and people that are part of the words. */
  inWords: Atom[];
  /** The cells of a row; empty for other entries. */
  cells: Span[];
}

/** Between two of a kind. */
const SAME = /^(?:\s|[,;&+]|\band\b)*$/i;
/** Between references and people. */
const BETWEEN = /^[\s,;:&()–—·-]*(?:\b(?:by|from|thanks to|thanks|via|with|and)\b[\s:]*)?$/i;
/** Between the words and the first of what follows them, at their end. */
const OPENING = /^[\s,:–—([-]*$/;
const LINKING = /(?<=[\s,:–—([-])(?:by|from|thanks to|thanks|via):?$/i;
const CLOSING = /^[\s.!?:;,)\]]*$/;

/** The anatomy of an entry; null for HTML, and where an entry begins with something else than words. */
export function anatomyOf(linked: LinkedText, { node }: Bullet): Anatomy | null {
  if (node.type === 'html') return null;
  if (node.type === 'tableRow') return anatomyOfRow(linked, node.children, spanOf(node));
  const [first] = node.type === 'listItem' ? node.children : [node];
  return first?.type === 'paragraph' ? anatomyOfPhrase(linked, first) : null;
}

function anatomyOfPhrase(linked: LinkedText, node: Paragraph | TableCell): Anatomy | null {
  const { children } = node;
  const first = children[0] && spanOf(children[0]);
  const whole = spanOf(node);
  if (!whole) return null;
  const { text } = linked;
  // The box of a task is part of the paragraph.
  const start = node.type === 'paragraph' ? whole.start : (first?.start ?? whole.start);
  const last = children.at(-1);
  const span = {
    start,
    end: node.type === 'paragraph' ? whole.end : ((last && spanOf(last)?.end) ?? start),
  };
  const atoms = phraseAtoms(linked, children, span);
  const gap = (index: number) => text.slice(atoms[index]?.end, atoms[index + 1]?.start);
  const isNear = (index: number) => {
    const isSame = atoms[index]?.kind === atoms[index + 1]?.kind;
    return (isSame ? SAME : BETWEEN).test(gap(index));
  };
  let tail = atoms.length;
  if (CLOSING.test(text.slice(atoms.at(-1)?.end ?? span.end, span.end)))
    while (tail > 0 && (tail === atoms.length || isNear(tail - 1))) tail -= 1;
  let head = 0;
  while (head < tail && atoms[head]?.kind === 'item' && isFirst(head)) head += 1;
  function isFirst(index: number): boolean {
    if (index > 0) return SAME.test(gap(index - 1));
    return text.slice(span.start, atoms[0]?.start).trim() === '';
  }
  const apart = [...atoms.slice(0, head), ...atoms.slice(tail)];
  return {
    ...span,
    text,
    words: wordsBetween(text, span, atoms[head - 1], atoms[tail]),
    items: apart.filter(({ kind }) => kind === 'item'),
    people: apart.filter(({ kind }) => kind === 'person'),
    inWords: atoms.slice(head, tail),
    cells: [],
  };
}

function wordsBetween(text: string, span: Span, above?: Span, below?: Span): Span {
  const before = above ? above.end : span.start;
  const after = below ? below.start : span.end;
  const between = text.slice(before, after);
  const start = before + (above ? (/^[\s:–—,-]*/.exec(between)?.[0].length ?? 0) : 0);
  const words = text.slice(start, after);
  const end = below ? start + withoutOpening(words).length : start + withoutStop(words).length;
  return { start, end: Math.max(start, end) };
}

function withoutStop(words: string): string {
  const trimmed = words.trimEnd();
  return /(?<!\.)\.$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}

function withoutOpening(words: string): string {
  let end = words.trimEnd().length;
  end -= LINKING.exec(words.slice(0, end))?.[0].length ?? 0;
  while (end > 0 && OPENING.test(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

function anatomyOfRow(
  linked: LinkedText,
  cells: readonly TableCell[],
  span: Span | null,
): Anatomy | null {
  if (!span) return null;
  const found = cells.flatMap((cell) => anatomyOfPhrase(linked, cell) ?? []);
  const main = found.find(({ words }) => words.end > words.start) ?? found[0];
  if (!main) return null;
  return {
    ...span,
    text: linked.text,
    words: main.words,
    items: found.flatMap(({ items }) => items),
    people: found.flatMap(({ people }) => people),
    inWords: found.flatMap(({ inWords }) => inWords),
    cells: cells.flatMap((cell) => spanOf(cell) ?? []),
  };
}

/** The words of an entry. */
export function entryWords({ text, words }: Anatomy): string {
  return text.slice(words.start, words.end);
}

/** What is written between two references, or two people, of an entry. */
export function gapOf({ text }: Anatomy, atoms: readonly Atom[]): string | null {
  for (const [index, atom] of atoms.entries()) {
    const above = atoms[index - 1];
    const gap = above && text.slice(above.end, atom.start);
    if (gap !== undefined && SAME.test(gap) && gap !== '') return gap.replace(/\s+/g, ' ');
  }
  return null;
}

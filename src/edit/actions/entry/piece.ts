import { applyEdits, type Edit } from '../../../markdown/edit.ts';
import { columns, dedent } from '../../../markdown/lines.ts';
import type { Bullet } from '../../../report/outline.ts';
import type { Anatomy } from './anatomy.ts';
import type { Atom } from './atoms.ts';

/** What a piece of an entry keeps, by keys. */
interface Kept {
  items: (key: string) => boolean;
  people: (key: string) => boolean;
  /** People in the order that they had in an entry of their own; null for the order of the text. */
  order: readonly string[] | null;
}

/** The edits that make an entry one of its pieces: with some of its references and people, and other words. */
export function keptEdits(anatomy: Anatomy, words: string, kept: Kept): Edit[] {
  const { items, people, text, cells } = anatomy;
  const wordsEdit = { ...anatomy.words, text: words };
  const isBare =
    cells.length === 0 &&
    !items.some(({ key }) => kept.items(key)) &&
    !people.some(({ key }) => kept.people(key));
  const behind = [...items, ...people].filter(({ start }) => start >= anatomy.words.end);
  // Nothing is left behind the words.
  if (isBare && behind.length === items.length + people.length)
    return [wordsEdit, ...removedAll(text, { ...anatomy, items: [] }, behind)];
  if (cells.length === 0 && isMixed(behind)) return [wordsEdit, ...sorted(anatomy, behind, kept)];
  return [
    wordsEdit,
    ...without(text, anatomy, items, ({ key }) => kept.items(key)),
    ...without(text, anatomy, people, ({ key }) => kept.people(key)),
    ...inOrder(
      people.filter(({ key }) => kept.people(key)),
      kept.order,
    ),
  ];
}

/** Whether a person stands before a reference, so that neither kind is in one piece. */
function isMixed(atoms: readonly Atom[]): boolean {
  const people = atoms.filter(({ kind }) => kind === 'person');
  return atoms.some(({ kind, end }) => kind === 'item' && people.some(({ start }) => start < end));
}

/** Writes what stays of mixed references and people anew: the references, then the people. */
function sorted({ words }: Anatomy, atoms: readonly Atom[], { items, people }: Kept): Edit[] {
  const start = Math.min(...atoms.map((atom) => atom.start));
  const end = Math.max(...atoms.map((atom) => atom.end));
  const stays = ({ kind, key }: Atom) => (kind === 'item' ? items(key) : people(key));
  const written = new Set(atoms.filter(stays).map(({ markdown }) => markdown));
  if (written.size === 0) return [{ start: words.end, end, text: '' }];
  return [{ start, end, text: [...written].join(' ') }];
}

function inOrder(people: readonly Atom[], order: readonly string[] | null): Edit[] {
  if (!order) return [];
  const rank = ({ key }: Atom) => (order.includes(key) ? order.indexOf(key) : order.length);
  const ordered = people.toSorted((a, b) => rank(a) - rank(b));
  return people.flatMap(({ start, end, markdown }, index) => {
    const text = ordered[index]?.markdown ?? markdown;
    return text === markdown ? [] : [{ start, end, text }];
  });
}

/** A piece as an entry of its own, without what is below the words. */
export function pieceContent(
  anatomy: Anatomy,
  { node, prefix, marker }: Bullet,
  words: string,
  kept: Kept,
): string {
  const { start, end, text } = anatomy;
  const edits = keptEdits(anatomy, words.replaceAll('\n', ' '), kept);
  const inside = edits.map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const written = applyEdits(text.slice(start, end), inside);
  return dedent(written, node.type === 'listItem' ? columns(prefix + marker) : 0);
}

/** Removes atoms with what is between them and those that stay. */
function without(
  text: string,
  anatomy: Anatomy,
  atoms: readonly Atom[],
  stays: (atom: Atom) => boolean,
): Edit[] {
  const first = atoms.findIndex(stays);
  if (first < 0) return removedAll(text, anatomy, atoms);
  const edits: Edit[] = [];
  const [start, kept] = [atoms[0], atoms[first]];
  if (start && kept && first > 0) edits.push({ start: start.start, end: kept.start, text: '' });
  for (let index = first + 1; index < atoms.length; index += 1) {
    const [above, atom] = [atoms[index - 1], atoms[index]];
    if (above && atom && !stays(atom)) edits.push({ start: above.end, end: atom.end, text: '' });
  }
  return edits;
}

/** Removes all of a kind with what is between them and the kind before, or the words. */
function removedAll(
  text: string,
  { words, items, people, cells }: Anatomy,
  atoms: readonly Atom[],
): Edit[] {
  const [first] = atoms;
  const last = atoms.at(-1);
  if (!first || !last) return [];
  const next = atoms === items ? people[0] : undefined;
  if (cells.length > 0) return [{ start: first.start, end: last.end, text: '' }];
  if (next && next.start >= last.end) return [{ start: first.start, end: next.start, text: '' }];
  const before = atoms !== items ? items.findLast(({ end }) => end <= first.start) : undefined;
  const start = before && before.end > words.end ? before.end : Math.max(words.end, 0);
  if (first.start < start) return [{ start: first.start, end: last.end, text: '' }];
  const isOpen = text.slice(start, first.start).includes('(') && text[last.end] === ')';
  return [{ start, end: last.end + (isOpen ? 1 : 0), text: '' }];
}

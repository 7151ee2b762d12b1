import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesIn } from '../markdown/nodes-in.ts';
import type { Edit } from '../markdown/edit.ts';
import { type Span, spanOf } from '../markdown/span.ts';
import type { Report } from '../report/report.ts';
import { EditMap, type Relation } from './edit-map.ts';
import type { Becomes } from './rule.ts';

/** One element of a report. */
interface Reading extends Span {
  type: string;
  meaning: string;
}

/**
 * Whether a report reads the same after edits everywhere outside of them: every link, definition,
 * heading, list item and other element that was there is there, where it was, with the same meaning,
 * and there is no new one.
 *
 * @param becomes for edits that turn their lines into such blocks, which is new at those lines;
 *   paragraphs and lists around them may be divided and joined
 */
export function readsTheSame(
  before: Report,
  after: Report,
  edits: readonly Edit[],
  becomes: Becomes | null,
): boolean {
  const map = new EditMap(edits);
  const was = readingsOf(before, becomes, (span) => map.relationBefore(span));
  const is = readingsOf(after, becomes, (span) => map.relationAfter(span));
  if ([...was, ...is].some(({ type }) => type === CUT)) return false;
  const expected = was.map((one) =>
    keyOf({ ...one, ...(one.start >= 0 && map.moved(one)) }, becomes),
  );
  const found = is.map((reading) => keyOf(reading, becomes));
  if (becomes === null) return isSame(expected, found);
  const known = new Set(expected);
  const kept = found.filter((key) => known.has(key));
  const added = is.filter((_, index) => !known.has(found[index] ?? ''));
  return isSame(expected, kept) && added.every((one) => isMade(one, after, becomes, map));
}

/** The type of a reading for an element that an edit cuts. */
const CUT = 'cut';

function readingsOf(
  { root, text }: Report,
  becomes: Becomes | null,
  relationOf: (span: Span) => Relation,
): Reading[] {
  const found: Reading[] = [];
  const add = (type: string, span: Span | null, meaning: (isAround: boolean) => string): void => {
    const { start, end } = span ?? { start: -1, end: -1 };
    const relation = span ? relationOf(span) : 'apart';
    if (relation === 'inside' && !blocks.has(type)) return;
    const read = relation === 'across' ? CUT : type;
    found.push({ start, end, type: read, meaning: meaning(relation !== 'apart') });
  };
  let last = 0;
  for (const node of nodesIn(root)) {
    if (node.type === 'root' || node.type === 'text') continue;
    if (becomes !== null && (node.type === 'paragraph' || node.type === 'list')) continue;
    const span = spanOf(node) ?? placeOf(node, text, last);
    if (span) last = 'children' in node && node.type !== 'link' ? span.start : span.end;
    add(node.type, span, (isAround) => meaningOf(node, isAround, becomes));
  }
  for (const { 0: escape, index } of text.matchAll(escapes))
    add('escape', { start: index, end: index + escape.length }, () => escape);
  return found;
}

/** An address that links itself: a later pass of the parser may add it, and it has no position then. */
function placeOf(node: Nodes, text: string, from: number): Span | null {
  const address = toString(node);
  const start = node.type === 'link' ? text.indexOf(address, from) : -1;
  return start < 0 ? null : { start, end: start + address.length };
}

/** They stay even where an edit replaces their whole text. */
const blocks = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'tableCell']);

/** What the text before and after an edit could become part of. */
const escapes = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;

/** What an element is, apart from its contents; an edit inside of it may be in its address or text. */
function meaningOf(node: Nodes, isAround: boolean, becomes: Becomes | null): string {
  const ignored = [
    ...['type', 'position', 'children', 'data'],
    ...(isAround ? ['url', 'title', 'alt', 'label'] : []),
    ...(becomes === null ? [] : ['spread']),
  ];
  return JSON.stringify(Object.entries(node).filter(([name]) => !ignored.includes(name)));
}

/** An item of a list that is divided ends earlier. */
function keyOf({ type, start, end, meaning }: Reading, becomes: Becomes | null): string {
  const isDivisible = becomes !== null && type === 'listItem';
  return `${type} ${start} ${isDivisible ? '' : end} ${meaning}`;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** Whether a new element is the block that one of the edits makes of its line. */
function isMade({ type, start }: Reading, { text }: Report, becomes: Becomes, map: EditMap) {
  const [marker = ''] = /^(?:#{1,6}|[-+*])[ \t]/.exec(text.slice(start, start + 8)) ?? [];
  return type === becomes && map.relationAfter({ start, end: start + marker.length }) === 'around';
}

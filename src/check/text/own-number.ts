import { posix } from 'node:path';
import { frontMatterIn, titleLineIn } from '../../front-matter/front-matter-in.ts';
import { readLabels } from '../../item/item-label.ts';
import type { Span } from '../../markdown/span.ts';
import { SpanIndex } from '../../markdown/span-index.ts';
import type { CheckableReport } from './checkable-report.ts';

/** A reference like `#12`, and its place. */
interface Reference extends Span {
  label: string;
}

/** Whether a reference is the number of a report of this or another series, and no item. */
export type OwnNumber = (reference: Reference) => boolean;

/** “This Week in Widgets #354”, “Newsletter #12” */
const naming =
  /(?:\bthis (?:week|month) in (?:[^\s.!?]+ ){1,5}|\b(?:newsletter|changelog|edition|episode|digest|weekly) )$/i;
/** Longer than such a name. */
const LONGEST = 100;

/** In a heading, after the name of a series, or the number that the title or the name of the file has. */
export function ownNumberIn({ text, path, sections }: CheckableReport): OwnNumber {
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  const inHeadings = new SpanIndex<Span>(headings);
  const data = frontMatterIn(text);
  const line = data && titleLineIn(data);
  const [first] = headings;
  const titles = [
    line ? data.content.slice(line.start, line.end) : '',
    first ? text.slice(first.start, first.end) : '',
  ];
  const own = new Set([
    ...titles.flatMap((title) => readLabels(title).map(({ number }) => number)),
    ...numberInName(path),
  ]);
  return ({ label, start, end }) =>
    inHeadings.overlaps({ start, end }) ||
    own.has(Number(label.replace('#', ''))) ||
    naming.test(text.slice(Math.max(0, start - LONGEST), start));
}

/** `362` of `2026-07-31-twin0362.md` */
function numberInName(path: string): number[] {
  const name = posix.basename(path, posix.extname(path));
  const [number] = /\d{1,6}$/.exec(name.replace(/\d{4}-W?\d{1,2}(?:-\d{1,2})?/g, '')) ?? [];
  return number === undefined ? [] : [Number(number)];
}

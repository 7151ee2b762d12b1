import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Span, spanOf } from '../markdown/span.ts';

/** A heading with the content below it, up to the next heading of any depth. */
export interface ReportSection {
  /** Its position among the sections. */
  index: number;
  /** Null for the content above the first heading. */
  heading: SectionHeading | null;
  /** Plain text; empty above the first heading. */
  title: string;
  /** Its title and those of the headings above it, innermost first. */
  titles: string[];
  /** The same without the report's title, outermost first, as one text: `PRs merged › Core`. */
  path: string;
  /** With the heading. */
  nodes: RootContent[];
}

export interface SectionHeading extends Span {
  node: Heading;
  depth: Heading['depth'];
}

/** The sections of a document, in order. The first one has no heading. */
export function sectionsOf(nodes: readonly RootContent[]): ReportSection[] {
  const sections: ReportSection[] = [
    { index: 0, heading: null, title: '', titles: [], path: '', nodes: [] },
  ];
  const above: Heading[] = [];
  const reportTitle = titleOf(nodes);
  for (const node of nodes) {
    if (node.type === 'heading') {
      while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      above.push(node);
      const titles = above.map(headingText);
      sections.push({
        index: sections.length,
        heading: { node, depth: node.depth, ...(spanOf(node) ?? { start: 0, end: 0 }) },
        title: headingText(node),
        titles: titles.toReversed(),
        path: pathOf(titles.filter((_, index) => above[index] !== reportTitle)),
        nodes: [],
      });
    }
    sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/** The first heading of depth 1, or the first heading when all others are deeper. */
function titleOf(nodes: readonly RootContent[]): Heading | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [first, ...others] = headings;
  const isAbove = first && others.every(({ depth }) => depth > first.depth);
  return headings.find(({ depth }) => depth === 1) ?? (isAbove ? first : undefined);
}

function headingText(heading: Heading): string {
  return toString(heading, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

const SEPARATOR = ' › ';

function pathOf(titles: readonly string[]): string {
  return titles.join(SEPARATOR);
}

/** The titles in a path, outermost first. */
export function titlesIn(path: string): string[] {
  return path.split(SEPARATOR);
}

/** Whether a path leads to a section inside another. */
export function isBelow(path: string, above: string): boolean {
  return above !== '' && path.startsWith(above + SEPARATOR);
}

/** The path of each heading above, outermost first, and its own. */
export function pathsTo(path: string): string[] {
  const titles = titlesIn(path);
  return titles.map((_, index) => pathOf(titles.slice(0, index + 1)));
}

/**
 * The section with this path, or else the only one with its last title. Case and kinds of blanks
 * don't matter.
 */
export function sectionAt(
  sections: readonly ReportSection[],
  path: string,
): ReportSection | undefined {
  const lowerPath = path.toLowerCase();
  const same = sections.filter((section) => section.path.toLowerCase() === lowerPath);
  if (same.length > 0 || lowerPath === '') return same.at(-1);
  const title = titlesIn(lowerPath).at(-1);
  const named = sections.filter((section) => titlesIn(section.path.toLowerCase()).at(-1) === title);
  return named.length === 1 ? named[0] : undefined;
}

/** Whether a section lists merged pull requests, by the nearest title that decides it. */
export function listsMerged({ titles }: ReportSection): boolean {
  for (const title of titles) {
    if (/\b(?:issues?|unmerged|closed|without|not merged|ongoing|open)\b/i.test(title))
      return false;
    if (/\bmerged\b/i.test(title)) return true;
  }
  return false;
}

import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { titleLineIn } from '../front-matter/front-matter-in.ts';
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
  const above: { node: Heading; title: string }[] = [];
  const reportTitle = titleOf(nodes);
  for (const node of nodes) {
    if (node.type === 'heading') {
      while ((above.at(-1)?.node.depth ?? 0) >= node.depth) above.pop();
      const title = headingText(node);
      above.push({ node, title });
      const titles = above.map((heading) => heading.title);
      sections.push({
        index: sections.length,
        heading: { node, depth: node.depth, ...(spanOf(node) ?? { start: 0, end: 0 }) },
        title,
        titles: titles.toReversed(),
        path: pathOf(titles.filter((_, index) => above[index]?.node !== reportTitle)),
        nodes: [],
      });
    }
    sections.at(-1)?.nodes.push(node);
  }
  return sections;
}

/**
 * The first heading of depth 1; else, unless front matter has the title, the first heading when all others
 * are deeper.
 */
function titleOf(nodes: readonly RootContent[]): Heading | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  const top = headings.find(({ depth }) => depth === 1);
  const [data] = nodes;
  if (top || (data?.type === 'yaml' && titleLineIn({ content: data.value }))) return top;
  const [first, ...others] = headings;
  const isAbove = first && others.every(({ depth }) => depth > first.depth);
  return isAbove ? first : undefined;
}

/** How much of a heading is its title: every section below it has that in its path. */
const LONGEST_TITLE = 1_000;

function headingText(heading: Heading): string {
  const text = toString(heading, { includeHtml: false }).replace(/\s+/g, ' ');
  return text.trim().slice(0, LONGEST_TITLE).trimEnd();
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
  const { byPath, byTitle } = indexOf(sections);
  const lowerPath = path.toLowerCase();
  const same = byPath.get(lowerPath);
  if (same || lowerPath === '') return same;
  return byTitle.get(titlesIn(lowerPath).at(-1) ?? '') ?? undefined;
}

interface SectionsByName {
  /** The last one of each path. */
  byPath: Map<string, ReportSection>;
  /** By the last title in its path; null where several have it. */
  byTitle: Map<string, ReportSection | null>;
}

const indexes = new WeakMap<readonly ReportSection[], SectionsByName>();

function indexOf(sections: readonly ReportSection[]): SectionsByName {
  const known = indexes.get(sections);
  if (known) return known;
  const index: SectionsByName = { byPath: new Map(), byTitle: new Map() };
  for (const section of sections) {
    const path = section.path.toLowerCase();
    const title = titlesIn(path).at(-1) ?? '';
    index.byPath.set(path, section);
    index.byTitle.set(title, index.byTitle.has(title) ? null : section);
  }
  indexes.set(sections, index);
  return index;
}

/** Whether a section lists merged pull requests, by the nearest title that decides it. */
export function listsMerged(section: ReportSection): boolean {
  return saysMerged(section) === true;
}

/** The same; null where no title decides it. */
export function saysMerged({ titles }: ReportSection): boolean | null {
  for (const title of titles) {
    if (/\b(?:issues?|unmerged|closed|without|not merged|ongoing|open)\b/i.test(title))
      return false;
    if (/\bmerged\b/i.test(title)) return true;
  }
  return null;
}

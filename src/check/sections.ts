import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Span } from '../markdown/span.ts';
import { spanOf } from '../markdown/span.ts';

/** A heading and what stands below it, up to the next one. */
export interface Section {
  heading: Span;
  depth: Heading['depth'];
  title: string;
  /** Its own title and those it stands under, innermost first. */
  titles: string[];
  content: RootContent[];
  /** To the next heading of any depth. */
  body: Span;
}

/** The sections of a report, in order. What stands above the first heading is in none. */
export function readSections(text: string, tree: Root): Section[] {
  const sections: Section[] = [];
  const above: Section[] = [];
  for (const node of tree.children) {
    const span = spanOf(node);
    if (!span) continue;
    const last = sections.at(-1);
    if (node.type !== 'heading') {
      last?.content.push(node);
      continue;
    }
    if (last) last.body.end = span.start;
    while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
    const title = toString(node);
    const section: Section = {
      heading: span,
      depth: node.depth,
      title,
      titles: [title, ...(above.at(-1)?.titles ?? [])],
      content: [],
      body: { start: span.end, end: text.length },
    };
    above.push(section);
    sections.push(section);
  }
  return sections;
}

/** Whether a section lists merged pull requests: as the nearest title says that says something of it. */
export function listsMerged({ titles }: Section): boolean {
  for (const title of titles) {
    if (/\b(?:issues?|unmerged|closed|without|not merged|ongoing|open)\b/i.test(title))
      return false;
    if (/\bmerged\b/i.test(title)) return true;
  }
  return false;
}

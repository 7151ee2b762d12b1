import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A heading with what stands below it, up to the next heading of any depth. */
export interface Region {
  /** Its place among the regions. */
  index: number;
  /** Null for what stands before the first heading. */
  heading: Heading | null;
  /** The headings it stands below, the document's title aside: `PRs merged › Core`. Empty below the title. */
  path: string;
  /** With the heading. */
  nodes: RootContent[];
}

const SEPARATOR = ' › ';

export function regionsOf(nodes: readonly RootContent[]): Region[] {
  const regions: Region[] = [{ index: 0, heading: null, path: '', nodes: [] }];
  const above: Heading[] = [];
  const title = titleOf(nodes);
  for (const node of nodes) {
    if (node.type === 'heading') {
      while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      if (node !== title) above.push(node);
      const path = above.map(headingText).join(SEPARATOR);
      regions.push({ index: regions.length, heading: node, path, nodes: [] });
    }
    regions.at(-1)?.nodes.push(node);
  }
  return regions;
}

/** The first heading of the first level, or that of another level that all others are below. */
function titleOf(nodes: readonly RootContent[]): Heading | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [first, ...others] = headings;
  const isAbove = first && others.every(({ depth }) => depth > first.depth);
  return headings.find(({ depth }) => depth === 1) ?? (isAbove ? first : undefined);
}

/** Whether a path leads to a section inside another. */
export function isBelow(path: string, above: string): boolean {
  return above !== '' && path.startsWith(above + SEPARATOR);
}

/** The path of each heading above, outermost first, and its own. */
export function pathsTo(path: string): string[] {
  const names = path.split(SEPARATOR);
  return names.map((_, index) => names.slice(0, index + 1).join(SEPARATOR));
}

/**
 * The region that has a section's heading: the same headings above it too, or else the only one
 * with that name. Upper case and kinds of blanks don't matter.
 */
export function regionWithHeading(regions: readonly Region[], path: string): Region | undefined {
  const wanted = path.toLowerCase();
  const same = regions.filter((region) => region.path.toLowerCase() === wanted);
  if (same.length > 0 || wanted === '') return same.at(-1);
  const name = wanted.split(SEPARATOR).at(-1);
  const named = regions.filter(
    (region) => region.path.toLowerCase().split(SEPARATOR).at(-1) === name,
  );
  return named.length === 1 ? named[0] : undefined;
}

export function headingText(heading: Heading): string {
  return toString(heading, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

import type { CitingBullet } from '../citing-bullets.ts';
import type { ReportGroup } from '../groups.ts';
import type { Block, Outline } from '../outline.ts';

/**
 * An entry of a draft: a list item or a table row that cites something, outside of any other; or a
 * paragraph, of items that are in no list or table.
 */
export interface DraftEntry extends CitingBullet {
  kind: 'entry';
  /** The path of its section. */
  section: string;
  /** The innermost group that it is in. */
  group: DraftGroup | null;
}

/** Any other block between two headings of a draft: a paragraph, a comment, a list without citations. */
export interface DraftPassage {
  kind: 'passage';
  block: Block;
  markdown: string;
  hash: string;
  /** Those of its items that no entry has. */
  items: string[];
}

/** What a template writes around several entries below one heading, and writes again for others. */
export interface DraftGroup {
  kind: 'group';
  outer: DraftGroup | null;
  /** Where the draft has it; null for a run of list items that only blank lines set apart from others. */
  group: ReportGroup | null;
  /** The Markdown above its elements; empty where it has none. */
  lead: string;
  /** Whether a blank line is between the lead of a list item and the list inside it. */
  isLoose: boolean;
  /** The hash of the lead as it reads; null where a blank line is all that makes a group. */
  hash: string | null;
  /** In order: those of a list item or of a run are in one list. */
  elements: DraftElement[];
}

export type DraftLeaf = DraftEntry | DraftPassage;
export type DraftElement = DraftLeaf | DraftGroup;

/** A heading, or a passage among others, with its items. */
export interface UnplaceableBlock {
  markdown: string;
  items: string[];
}

/** The content below one heading of the draft, in order. */
export interface DraftSection {
  path: string;
  /** Null above the first heading. */
  heading: { depth: number; markdown: string } | null;
  elements: DraftElement[];
  /** Blocks with items that are no entries: they belong together in a way that only the template knows. */
  unplaceable: UnplaceableBlock[];
}

/** A rendered draft. Its front matter and its link definitions are in no section. */
export interface Draft {
  outline: Outline;
  /** In order. */
  sections: DraftSection[];
}

/** What the facts behind a draft say about items (`owner/name#number`, lower case). */
export interface DraftFacts {
  /** Whether they have an item; a config's texts may cite others. */
  has: (item: string) => boolean;
  /** What an entry of an item may say: its title, its note. */
  textsOf: (item: string) => readonly string[];
}

/** Where nothing but the draft is known. */
export const noFacts: DraftFacts = { has: () => true, textsOf: () => [] };

type Elements = Pick<DraftSection, 'elements'>;

export function entriesIn(within: Elements): DraftEntry[] {
  return leavesIn(within).filter((leaf) => leaf.kind === 'entry');
}

export function passagesIn(within: Elements): DraftPassage[] {
  return leavesIn(within).filter((leaf) => leaf.kind === 'passage');
}

/** The entries and passages at any depth, in order. */
export function leavesIn({ elements }: Elements): DraftLeaf[] {
  return elements.flatMap((element) => (element.kind === 'group' ? leavesIn(element) : [element]));
}

/** The passages that are in no group. */
export function ownPassagesIn({ elements }: Elements): DraftPassage[] {
  return elements.filter((element) => element.kind === 'passage');
}

/** Those of any depth, outer ones first. */
export function groupsIn({ elements }: Elements): DraftGroup[] {
  return elements.flatMap((element) =>
    element.kind === 'group' ? [element, ...groupsIn(element)] : [],
  );
}

/** A group and those around it, outermost first. */
export function pathOf(group: DraftGroup | null): DraftGroup[] {
  return group ? [...pathOf(group.outer), group] : [];
}

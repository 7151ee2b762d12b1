import type { MarkdownDocument } from '../../markdown/processor.ts';
import { type Citation, citationsIn } from '../links/citations.ts';
import { hashText } from '../record/hash-text.ts';
import { type Block, type Bullet, type Outline, outlineOf } from '../outline.ts';

/**
 * An entry of a draft: an outermost list item or a table row whose own text cites something; or a
 * paragraph, of items that are in no list or table.
 */
export interface DraftEntry {
  kind: 'entry';
  /** The path of its section. */
  section: string;
  /** Its items, the subject first. */
  items: string[];
  /** Those cited as pull requests. */
  pulls: Set<string>;
  bullet: Bullet;
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

export type DraftElement = DraftEntry | DraftPassage;

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

/** A rendered draft. Its link definitions are in no section. */
export interface Draft {
  outline: Outline;
  /** In order. */
  sections: DraftSection[];
}

/** A draft without its record, as it was rendered. */
export function draftOf(
  { text, root }: MarkdownDocument,
  server: string,
  isFact: IsFact = () => true,
): Draft {
  const outline = outlineOf(text, root);
  return { outline, sections: draftSections(outline, server, isFact) };
}

/** Whether an item (`owner/name#number`, lower case) is among the facts; a config's texts may cite others. */
type IsFact = (item: string) => boolean;

/** The sections of a text as those of a draft. */
export function draftSections(
  outline: Outline,
  server: string,
  isFact: IsFact = () => true,
): DraftSection[] {
  const citations = citationsIn(outline, server);
  const entries = entriesByBlock(outline, citations);
  const listed = new Set([...entries.values()].flat().flatMap(({ items }) => items));
  const others = othersByBlock(citations, (item) => !listed.has(item) && isFact(item));
  const sections = new Map<string, DraftSection>();
  for (const block of outline.blocks) {
    if (block.node.type === 'definition') continue;
    const { path } = block.section;
    const section = sections.get(path) ?? { path, heading: null, elements: [], unplaceable: [] };
    sections.set(path, section);
    const markdown = outline.text.slice(block.start, block.end);
    const items = others.get(block) ?? [];
    if (block.node.type !== 'heading') {
      const hash = hashText(markdown);
      const passage: DraftPassage = { kind: 'passage', block, markdown, hash, items };
      section.elements.push(...(entries.get(block) ?? [passage]));
    } else {
      const { depth } = block.node;
      section.heading ??= { depth, markdown: markdown.replace(/^#+[ \t]*/, '') };
      if (items.length > 0) section.unplaceable.push({ markdown, items });
    }
  }
  const paragraphs = new Map(outline.paragraphs.map((one) => [one.list.block, one]));
  for (const section of sections.values()) makeParagraphsEntries(section, paragraphs, citations);
  return [...sections.values()];
}

/**
 * Paragraphs with items are entries, if the section consists of them from the first one on. Where other
 * blocks stand between them, they are only parts of something.
 */
function makeParagraphsEntries(
  section: DraftSection,
  paragraphs: ReadonlyMap<Block, Bullet>,
  citations: readonly Citation[],
): void {
  const { path, elements } = section;
  const isEntry = (element: DraftElement) => element.kind === 'passage' && element.items.length > 0;
  const first = elements.findIndex(isEntry);
  if (first < 0) return;
  const own = elements.slice(first).map((element): DraftElement | null => {
    if (element.kind === 'entry' || isComment(element)) return element;
    const bullet = paragraphs.get(element.block);
    if (!bullet || element.items.length === 0) return null;
    const cited = citations.filter(({ block }) => block === element.block);
    const pulls = new Set(cited.filter(({ pull }) => pull).map(({ item }) => item));
    const items = [...new Set(cited.map(({ item }) => item))];
    return { kind: 'entry', section: path, items, pulls, bullet };
  });
  if (own.every((element) => element !== null)) {
    elements.splice(first, own.length, ...own);
  } else {
    const parts = passagesIn(section).filter(({ items }) => items.length > 0);
    section.unplaceable.push(...parts.map(({ markdown, items }) => ({ markdown, items })));
  }
}

function isComment({ block: { node } }: DraftPassage): boolean {
  return node.type === 'html' && /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value);
}

export function entriesIn({ elements }: Pick<DraftSection, 'elements'>): DraftEntry[] {
  return elements.filter((element) => element.kind === 'entry');
}

export function passagesIn({ elements }: Pick<DraftSection, 'elements'>): DraftPassage[] {
  return elements.filter((element) => element.kind === 'passage');
}

/** Some items, by the blocks that cite them. */
function othersByBlock(citations: readonly Citation[], isOther: IsFact): Map<Block, string[]> {
  const others = new Map<Block, Set<string>>();
  for (const { item, block } of citations)
    if (isOther(item)) others.set(block, (others.get(block) ?? new Set()).add(item));
  return new Map([...others].map(([block, items]) => [block, [...items]]));
}

function entriesByBlock(
  outline: Outline,
  citations: readonly Citation[],
): Map<Block, DraftEntry[]> {
  const citing = new Set(citations.map(({ bullet }) => bullet));
  const entries = new Map<Bullet, DraftEntry>();
  const byBlock = new Map<Block, DraftEntry[]>();
  const entryAt = (bullet: Bullet | null): DraftEntry | undefined =>
    bullet ? (entryAt(bullet.outer) ?? entries.get(bullet)) : undefined;

  for (const bullet of outline.bullets) {
    if (!citing.has(bullet) || entryAt(bullet.outer)) continue;
    const { block } = bullet.list;
    const section = block.section.path;
    const entry: DraftEntry = { kind: 'entry', section, items: [], pulls: new Set(), bullet };
    entries.set(bullet, entry);
    const together = byBlock.get(block) ?? [];
    together.push(entry);
    byBlock.set(block, together);
  }
  const items = new Map<DraftEntry, Set<string>>();
  for (const { item, pull, bullet } of citations) {
    const entry = entryAt(bullet);
    if (!entry) continue;
    items.set(entry, (items.get(entry) ?? new Set()).add(item));
    if (pull) entry.pulls.add(item);
  }
  for (const [entry, own] of items) entry.items = [...own];
  return byBlock;
}

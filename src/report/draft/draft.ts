import type { MarkdownDocument } from '../../markdown/processor.ts';
import { citationsIn } from '../links/citations.ts';
import { hashText } from '../record/hash-text.ts';
import { type Block, type Bullet, type Outline, outlineOf } from '../outline.ts';

/** An entry of a draft: an outermost list item whose own text cites something. */
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
}

export type DraftElement = DraftEntry | DraftPassage;

/** The content below one heading of the draft, in order. */
export interface DraftSection {
  path: string;
  /** Null above the first heading. */
  heading: { depth: number; markdown: string } | null;
  elements: DraftElement[];
}

/** A rendered draft. Its link definitions are in no section. */
export interface Draft {
  outline: Outline;
  /** In order. */
  sections: DraftSection[];
}

/** A draft without its record, as it was rendered. */
export function draftOf({ text, root }: MarkdownDocument, server: string): Draft {
  const outline = outlineOf(text, root);
  return { outline, sections: draftSections(outline, server) };
}

/** The sections of a text as those of a draft. */
export function draftSections(outline: Outline, server: string): DraftSection[] {
  const entries = entriesByBlock(outline, server);
  const sections = new Map<string, DraftSection>();
  for (const block of outline.blocks) {
    if (block.node.type === 'definition') continue;
    const { path } = block.section;
    const section = sections.get(path) ?? { path, heading: null, elements: [] };
    sections.set(path, section);
    const markdown = outline.text.slice(block.start, block.end);
    if (block.node.type !== 'heading') {
      const passage: DraftPassage = { kind: 'passage', block, markdown, hash: hashText(markdown) };
      section.elements.push(...(entries.get(block) ?? [passage]));
    } else {
      const { depth } = block.node;
      section.heading ??= { depth, markdown: markdown.replace(/^#+[ \t]*/, '') };
    }
  }
  return [...sections.values()];
}

export function entriesIn({ elements }: Pick<DraftSection, 'elements'>): DraftEntry[] {
  return elements.filter((element) => element.kind === 'entry');
}

export function passagesIn({ elements }: Pick<DraftSection, 'elements'>): DraftPassage[] {
  return elements.filter((element) => element.kind === 'passage');
}

function entriesByBlock(outline: Outline, server: string): Map<Block, DraftEntry[]> {
  const citations = citationsIn(outline, server);
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

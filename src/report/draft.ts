import type { Root } from 'mdast';
import { hashText } from './hash-text.ts';
import { type Block, type Bullet, type Page, readPage } from './page.ts';

/** An entry as the draft has it: the outermost list item that cites something in its own text. */
export interface Entry {
  kind: 'entry';
  /** The path of its section. */
  section: string;
  /** Its items, the subject first. */
  items: string[];
  /** Those cited as pull requests. */
  pulls: Set<string>;
  bullet: Bullet;
}

/** Anything else between two headings of a draft: a paragraph, a comment, a list that cites nothing. */
export interface Passage {
  kind: 'passage';
  block: Block;
  markdown: string;
  hash: string;
}

/** What stands below one heading of the draft, in order. */
export interface Section {
  path: string;
  /** Null above the first heading. */
  heading: { depth: number; markdown: string } | null;
  elements: (Entry | Passage)[];
}

/** A rendered draft. Its link definitions are in no section. */
export interface Draft {
  page: Page;
  /** In order. */
  sections: Section[];
}

/** The draft is to come without its record; `root` when it is parsed already. */
export function readDraft(text: string, server: string, root?: Root): Draft {
  const page = readPage(text, server, undefined, root);
  const entries = entriesByBlock(page);
  const sections = new Map<string, Section>();
  for (const block of page.blocks) {
    if (block.node.type === 'definition') continue;
    const { path } = block.region;
    const section = sections.get(path) ?? { path, heading: null, elements: [] };
    sections.set(path, section);
    const markdown = text.slice(block.start, block.end);
    if (block.node.type !== 'heading') {
      const passage: Passage = { kind: 'passage', block, markdown, hash: hashText(markdown) };
      section.elements.push(...(entries.get(block) ?? [passage]));
    } else {
      const { depth } = block.node;
      section.heading ??= { depth, markdown: markdown.replace(/^#+[ \t]*/, '') };
    }
  }
  return { page, sections: [...sections.values()] };
}

export function entriesIn({ elements }: Section): Entry[] {
  return elements.filter((element) => element.kind === 'entry');
}

export function passagesIn({ elements }: Section): Passage[] {
  return elements.filter((element) => element.kind === 'passage');
}

function entriesByBlock({ bullets, citations }: Page): Map<Block, Entry[]> {
  const citing = new Set(citations.map(({ bullet }) => bullet));
  const entries = new Map<Bullet, Entry>();
  const byBlock = new Map<Block, Entry[]>();
  const entryAt = (bullet: Bullet | null): Entry | undefined =>
    bullet ? (entryAt(bullet.outer) ?? entries.get(bullet)) : undefined;

  for (const bullet of bullets) {
    if (!citing.has(bullet) || entryAt(bullet.outer)) continue;
    const { block } = bullet.list;
    const section = block.region.path;
    const entry: Entry = { kind: 'entry', section, items: [], pulls: new Set(), bullet };
    entries.set(bullet, entry);
    const together = byBlock.get(block) ?? [];
    together.push(entry);
    byBlock.set(block, together);
  }
  for (const { item, pull, bullet } of citations) {
    const entry = entryAt(bullet);
    if (entry && !entry.items.includes(item)) entry.items.push(item);
    if (pull) entry?.pulls.add(item);
  }
  return byBlock;
}

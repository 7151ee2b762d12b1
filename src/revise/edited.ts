import { hashText } from './hash-text.ts';
import type { Block, Bullet, Bullets, Citation, Page } from './page.ts';
import type { Record } from './record.ts';

/** An entry in the file that still reads as it was generated. */
export interface Untouched {
  bullet: Bullet;
  /** The path of the section it was generated for, wherever it stands now. */
  section: string;
  items: string[];
}

/** A passage in the file that still reads as it was generated. */
export interface UntouchedPassage {
  block: Block;
  hash: string;
}

/** A report as its editor left it, told apart into our words and theirs. */
export interface Edited {
  page: Page;
  record: Record;
  /** Where the record stands; past the end when it is to come. */
  recordAt: number;
  entries: Untouched[];
  passages: UntouchedPassage[];
  /** What the editor's own words cite. */
  citations: Citation[];
}

export function readEdited(page: Page, record: Record, recordAt: number): Edited {
  const entries = untouchedEntries(page.bullets, record);
  const ours = new Set(entries.map(({ bullet }) => bullet));
  const isOurs = (bullet: Bullet | null): boolean =>
    bullet !== null && (ours.has(bullet) || isOurs(bullet.outer));
  return {
    page,
    record,
    recordAt,
    entries,
    passages: untouchedPassages(page, record),
    citations: page.citations.filter(({ bullet }) => !isOurs(bullet)),
  };
}

function untouchedEntries(bullets: readonly Bullet[], record: Record): Untouched[] {
  const generated = generatedEntries(record);
  const entries = new Map<Bullet, Untouched>();
  const inside = (bullet: Bullet | null): boolean =>
    bullet !== null && (entries.has(bullet) || inside(bullet.outer));
  for (const bullet of bullets) {
    if (inside(bullet.outer) || opensContainer(bullet.list)) continue;
    // A text generated once and found twice was copied: one of them is the editor's.
    const origin = generated.get(bullet.hash)?.shift();
    if (origin) entries.set(bullet, { bullet, ...origin });
  }
  return [...entries.values()];
}

/** A quote or list item that begins with a list is the editor's doing, and could not be left without it. */
function opensContainer({ node, block, before }: Bullets): boolean {
  return before === null && block.node !== node;
}

function generatedEntries({ sections }: Record) {
  const byHash = new Map<string, { section: string; items: string[] }[]>();
  for (const { path, items } of sections) {
    for (const [item, hashes] of Object.entries(items)) {
      for (const hash of hashes) {
        const origins = byHash.get(hash) ?? [];
        byHash.set(hash, origins);
        const origin = origins.find(({ section }) => section === path);
        if (origin) origin.items.push(item);
        else origins.push({ section: path, items: [item] });
      }
    }
  }
  return byHash;
}

function untouchedPassages({ text, blocks }: Page, record: Record): UntouchedPassage[] {
  const generated = new Set(record.sections.flatMap(({ passages }) => passages));
  return blocks
    .filter(({ node }) => node.type !== 'heading')
    .map((block) => ({ block, hash: hashText(text.slice(block.start, block.end)) }))
    .filter(({ hash }) => generated.has(hash));
}

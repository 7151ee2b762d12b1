import { withOuter, type Block, type Bullet, type Outline } from '../outline.ts';
import { itemLead } from '../item-lead.ts';
import type { Citation } from '../links/citations.ts';
import { readableText } from '../../markdown/readable-text.ts';
import type { DraftEntry, DraftFacts } from './draft.ts';

/**
 * The list items and rows of a draft that are entries, by their blocks: the outermost ones that cite
 * something. Where such an item doesn't say what its own is about, but an item around it does, that one is
 * the entry: a title above its links. Any other item around entries makes a group of them.
 */
export function entriesByBlock(
  outline: Outline,
  citations: readonly Citation[],
  facts: DraftFacts,
): Map<Block, DraftEntry[]> {
  const isEntry = entryTest(outline, citations, facts);
  const entries = new Map<Bullet, DraftEntry>();
  const byBlock = new Map<Block, DraftEntry[]>();
  const entryAt = (bullet: Bullet | null): DraftEntry | undefined =>
    bullet ? (entryAt(bullet.outer) ?? entries.get(bullet)) : undefined;

  for (const bullet of outline.bullets) {
    if (!isEntry(bullet) || entryAt(bullet.outer)) continue;
    const { block } = bullet.list;
    const section = block.section.path;
    const place = { kind: 'entry' as const, section, group: null, bullet };
    const entry: DraftEntry = { ...place, items: [], pulls: new Set(), levels: 0 };
    entries.set(bullet, entry);
    const together = byBlock.get(block) ?? [];
    together.push(entry);
    byBlock.set(block, together);
  }
  const items = new Map<DraftEntry, Set<string>>();
  for (const { item, pull, bullet } of citations) {
    const entry = entryAt(bullet);
    if (!entry) continue;
    if (!items.has(entry)) entry.levels = withOuter(bullet).indexOf(entry.bullet);
    items.set(entry, (items.get(entry) ?? new Set()).add(item));
    if (pull) entry.pulls.add(item);
  }
  for (const [entry, own] of items) entry.items = [...own];
  return byBlock;
}

function entryTest(
  { text }: Outline,
  citations: readonly Citation[],
  { textsOf }: DraftFacts,
): (bullet: Bullet) => boolean {
  /** The first item that each cites. */
  const subjects = new Map<Bullet, string>();
  for (const { bullet, item } of citations)
    if (bullet && !subjects.has(bullet)) subjects.set(bullet, item);
  const saysOf = (bullet: Bullet, item: string) => {
    const said = words(itemLead(text, bullet).nodes.map(readableText).join(' '));
    return textsOf(item).some((one) => words(one) !== '' && said.includes(words(one)));
  };
  /** List items that say what the first one inside them is about, which doesn't say so itself. */
  const titles = new Map<Bullet, boolean>();
  for (const [bullet, item] of subjects) {
    const isSaid = saysOf(bullet, item);
    for (const outer of withOuter(bullet.outer)) {
      const known = titles.get(outer);
      titles.set(outer, !isSaid && (known ?? saysOf(outer, item)));
    }
  }
  return (bullet) => subjects.has(bullet) || titles.get(bullet) === true;
}

/** The letters and digits of a text, which Markdown doesn't change. */
function words(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `.replace(/^ +$/, '');
}

import type { Citation } from '../links/citations.ts';
import type { Block, Bullet, Outline } from '../outline.ts';
import type { DraftEntry } from './draft.ts';

/** The list items and rows of a draft that are entries, by their blocks. */
export function entriesByBlock(
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
    const entry = { kind: 'entry' as const, section, group: null, items: [], bullet };
    entries.set(bullet, { ...entry, pulls: new Set() });
  }
  const items = new Map<DraftEntry, Set<string>>();
  for (const { item, pull, bullet } of citations) {
    const entry = entryAt(bullet);
    if (!entry) continue;
    items.set(entry, (items.get(entry) ?? new Set()).add(item));
    if (pull) entry.pulls.add(item);
  }
  for (const [entry, own] of items) entry.items = [...own];
  for (const entry of entries.values()) {
    const { block } = entry.bullet.list;
    byBlock.set(block, [...(byBlock.get(block) ?? []), entry]);
  }
  return byBlock;
}

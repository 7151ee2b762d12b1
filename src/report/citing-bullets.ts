import type { Citation } from './links/citations.ts';
import { type Bullet, withOuter } from './outline.ts';

/** A list item, row or paragraph that is an entry, with what it and the list items inside it cite. */
export interface CitingBullet {
  bullet: Bullet;
  /** In the order of the text. */
  items: string[];
  /** Those cited as pull requests. */
  pulls: Set<string>;
  /** How many lists deep inside it its first link is: 1 where a title is above its links. */
  levels: number;
}

/**
 * Those that are entries, without any inside another.
 *
 * @param bullets in the order of the text
 */
export function citingBullets(
  bullets: readonly Bullet[],
  citations: readonly Citation[],
  isEntry: (bullet: Bullet) => boolean,
): CitingBullet[] {
  const entries = new Map<Bullet, CitingBullet & { cited: Set<string> }>();
  const entryAround = (bullet: Bullet | null) =>
    withOuter(bullet).flatMap((one) => entries.get(one) ?? [])[0];
  for (const bullet of bullets) {
    if (!isEntry(bullet) || entryAround(bullet.outer)) continue;
    entries.set(bullet, { bullet, items: [], pulls: new Set(), levels: 0, cited: new Set() });
  }
  for (const { item, pull, bullet } of citations) {
    const entry = entryAround(bullet);
    if (!entry) continue;
    if (entry.cited.size === 0) entry.levels = withOuter(bullet).indexOf(entry.bullet);
    entry.cited.add(item);
    if (pull) entry.pulls.add(item);
  }
  return [...entries.values()].map(({ cited, ...entry }) => ({ ...entry, items: [...cited] }));
}

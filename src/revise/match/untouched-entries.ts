import type { Citation } from '../../report/links/citations.ts';
import type { DraftEntry } from '../../report/draft/draft.ts';
import { type Bullet, type Outline, withOuter } from '../../report/outline.ts';
import { hashAmong, hashesOf } from '../../report/record/as-read.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import { entriesTogether, type TogetherOf } from './entries-together.ts';

/** The section that a text was generated for, and how many runs ago; 0 is this run. */
interface Origin {
  section: string;
  age: number;
}

/** A text with the section and the items that it was generated for. */
interface GeneratedBullet {
  bullet: Bullet;
  section: string;
  items: string[];
}

/**
 * The list items, rows and paragraphs that still read as generated, each text only where it was generated
 * last: any other is a copy, and the editor's, as is one more of an item than the draft has in a section. So is a list item inside another that cites something
 * itself, and one that opens a quote or list item, which would not be the same without it.
 *
 * @param fresh the entries that the draft offers now: writing exactly one of them changes nothing
 * @param hashIn finds the hash by which an entry is known
 */
export function untouchedEntries(
  { bullets: inLists, paragraphs }: Outline,
  citations: readonly Citation[],
  record: ReportRecord,
  fresh: readonly DraftEntry[],
  hashIn = hashAmong,
): GeneratedBullet[] {
  const origins = originsByHash(record, fresh);
  const citing = new Set(citations.map(({ bullet }) => bullet));
  const items = itemsByBullet(citations, paragraphs);
  const bullets = [...inLists, ...paragraphs.filter((one) => items.has(one))];
  bullets.sort((a, b) => a.start - b.start);
  const candidates = bullets.filter(({ list, outer }) => {
    const opensContainer = list.before === null && list.block.node !== list.node;
    return !opensContainer && !withOuter(outer).some((around) => citing.has(around));
  });

  const together = entriesTogether(fresh);
  const claimed = new Map<string, number>();
  const found = new Map<Bullet, GeneratedBullet>();
  for (const [bullet, origin] of byAge(candidates, origins, items, together, hashIn)) {
    const { section } = origin;
    const cited = [...(items.get(bullet) ?? [])];
    const countOf = (item: string) => claimed.get(`${item} ${section}`) ?? 0;
    const { entries } = together(cited);
    const isCopy = cited.some((item) => countOf(item) >= entries);
    if (found.has(bullet) || isCopy) continue;
    for (const item of cited) claimed.set(`${item} ${section}`, countOf(item) + 1);
    found.set(bullet, { bullet, section, items: cited });
  }
  return bullets.flatMap((bullet) => found.get(bullet) ?? []);
}

/**
 * List items with the origins that they may have, the latest ones first. List items that read the same
 * cite the same, so each of them leaves an origin less to those after it, if the draft has no entries
 * that read the same; without citations, they share the latest.
 */
function byAge(
  bullets: readonly Bullet[],
  origins: ReadonlyMap<string, readonly Origin[]>,
  items: ReadonlyMap<Bullet, ReadonlySet<string>>,
  together: TogetherOf,
  hashIn: typeof hashAmong,
): [Bullet, Origin][] {
  const counts = new Map<string, number>();
  return bullets
    .flatMap((bullet): [Bullet, Origin][] => {
      const hash = hashIn(bullet, (one) => origins.has(one));
      if (hash === undefined) return [];
      const before = counts.get(hash) ?? 0;
      counts.set(hash, before + 1);
      const all = origins.get(hash) ?? [];
      const cited = [...(items.get(bullet) ?? [])];
      const open =
        cited.length > 0 ? all.slice(Math.floor(before / together(cited).alike)) : all.slice(0, 1);
      return open.map((origin) => [bullet, origin]);
    })
    .sort(([, a], [, b]) => a.age - b.age);
}

/** The origins of each text, the latest first. */
function originsByHash(
  { sections }: ReportRecord,
  fresh: readonly DraftEntry[],
): Map<string, Origin[]> {
  const byHash = new Map<string, Map<string, number>>();
  const add = (hash: string, section: string, age: number) => {
    const ages = byHash.get(hash) ?? new Map<string, number>();
    byHash.set(hash, ages.set(section, Math.min(ages.get(section) ?? age, age)));
  };
  for (const { path, items } of sections)
    for (const hashes of Object.values(items))
      hashes.forEach((hash, index) => add(hash, path, hashes.length - index));
  for (const { bullet, section } of fresh)
    for (const hash of hashesOf(bullet)) add(hash, section, 0);
  return new Map(
    [...byHash].map(([hash, ages]) => [
      hash,
      [...ages].map(([section, age]) => ({ section, age })).sort((a, b) => a.age - b.age),
    ]),
  );
}

/** The items that each list item, row or paragraph cites, with those of the list items inside it. */
function itemsByBullet(
  citations: readonly Citation[],
  paragraphs: readonly Bullet[],
): Map<Bullet, Set<string>> {
  const items = new Map<Bullet, Set<string>>();
  const byBlock = new Map(paragraphs.map((one) => [one.list.block, one]));
  for (const { item, bullet, block } of citations)
    for (const one of withOuter(bullet ?? byBlock.get(block) ?? null))
      items.set(one, (items.get(one) ?? new Set()).add(item));
  return items;
}

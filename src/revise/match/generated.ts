import type { Entry } from '../../report/draft.ts';
import type { Untouched } from './edited.ts';
import type { Bullet, Page } from '../../report/page.ts';
import type { Record } from '../../report/record.ts';

/** Something generated: the section it was for, and how long ago; 0 is now. */
interface Origin {
  section: string;
  age: number;
}

/**
 * The list items that still read as generated, each text where it was generated last. What else
 * reads so is a copy, and the editor's; so is what stands inside a list item that cites something
 * itself, or opens a quote or list item, which would not be the same without it.
 *
 * @param fresh what the draft offers now: who wrote exactly that has changed nothing
 */
export function untouchedEntries(page: Page, record: Record, fresh: readonly Entry[]): Untouched[] {
  const origins = originsByHash(record, fresh);
  const citing = new Set(page.citations.map(({ bullet }) => bullet));
  const items = itemsByBullet(page);
  const candidates = page.bullets
    .filter(({ list, outer }) => {
      const opensContainer = list.before === null && list.block.node !== list.node;
      return !opensContainer && !withOuter(outer).some((around) => citing.has(around));
    })
    .flatMap((bullet) => (origins.get(bullet.hash) ?? []).map((origin) => ({ bullet, origin })))
    .sort((a, b) => a.origin.age - b.origin.age);

  const claimed = new Set<string>();
  const found = new Map<Bullet, Untouched>();
  for (const { bullet, origin } of candidates) {
    const { section } = origin;
    const cited = [...(items.get(bullet) ?? [])];
    const claims = cited.map((item) => `${item} ${section}`);
    if (found.has(bullet) || claims.some((claim) => claimed.has(claim))) continue;
    for (const claim of claims) claimed.add(claim);
    found.set(bullet, { bullet, section, items: cited });
  }
  return page.bullets.flatMap((bullet) => found.get(bullet) ?? []);
}

/** A list item and those around it, innermost first. */
export function withOuter(bullet: Bullet | null): Bullet[] {
  return bullet ? [bullet, ...withOuter(bullet.outer)] : [];
}

function originsByHash({ sections }: Record, fresh: readonly Entry[]): Map<string, Origin[]> {
  const byHash = new Map<string, Origin[]>();
  const add = (hash: string, section: string, age: number) => {
    const origins = byHash.get(hash) ?? [];
    byHash.set(hash, origins);
    const known = origins.find((origin) => origin.section === section);
    if (known) known.age = Math.min(known.age, age);
    else origins.push({ section, age });
  };
  for (const { path, items } of sections)
    for (const hashes of Object.values(items))
      hashes.forEach((hash, index) => add(hash, path, hashes.length - index));
  for (const { bullet, section } of fresh) add(bullet.hash, section, 0);
  return byHash;
}

/** What each list item cites, with what is nested in it. */
function itemsByBullet({ citations }: Page): Map<Bullet, Set<string>> {
  const items = new Map<Bullet, Set<string>>();
  for (const { item, bullet } of citations)
    for (const one of withOuter(bullet)) items.set(one, (items.get(one) ?? new Set()).add(item));
  return items;
}

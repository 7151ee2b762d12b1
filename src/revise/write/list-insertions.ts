import { type DraftElement, leavesIn } from '../../report/draft/draft.ts';
import type { Bullet } from '../../report/outline.ts';
import { type InsertedItem, insertAfter, insertBefore, insertInside } from './bullets.ts';
import type { Insertion, Spot } from './spot.ts';
import { newItems, newList } from './new-list.ts';

interface NewItems {
  spot: Spot;
  items: InsertedItem[];
}

/** Collects new items of lists that a text has, and new lists inside its list items. */
export class ListInsertions {
  readonly #text: string;
  readonly #marker: string;
  readonly #below = new Map<Bullet, NewItems>();
  readonly #above = new Map<Bullet, NewItems>();
  readonly #inside = new Map<Bullet, DraftElement[]>();

  /** `marker`: the bullet of new lists, with its blanks. */
  constructor(text: string, marker: string) {
    this.#text = text;
    this.#marker = marker;
  }

  /** Adds an item below one that is there, or below the end of its run. */
  addBelow({ bullet, run }: Spot, item: InsertedItem): void {
    const at = item.run && item.run !== run ? endOfRun(bullet, 1) : bullet;
    add(this.#below, { bullet: at, run }, item);
  }

  addAbove({ bullet, run }: Spot, item: InsertedItem): void {
    const at = item.run && item.run !== run ? endOfRun(bullet, -1) : bullet;
    add(this.#above, { bullet: at, run }, item);
  }

  /** Adds an element to a new list at the end of a list item. */
  addInside(bullet: Bullet, element: DraftElement): void {
    this.#inside.set(bullet, [...(this.#inside.get(bullet) ?? []), element]);
  }

  /** The items added above or below one that is there. */
  addedBeside(bullet: Bullet, side: 'above' | 'below'): readonly InsertedItem[] {
    return (side === 'above' ? this.#above : this.#below).get(bullet)?.items ?? [];
  }

  /** The items that new ones are above or below of. */
  neighbours(side: 'above' | 'below'): Spot[] {
    return [...(side === 'above' ? this.#above : this.#below).values()].map(({ spot }) => spot);
  }

  insertions(): Insertion[] {
    const text = this.#text;
    const list = (elements: readonly DraftElement[]) =>
      newList(this.#marker, newItems(elements, this.#marker), '\n');
    const inList = (insert: typeof insertAfter) => {
      return ({ spot, items }: NewItems): Insertion => ({
        edit: insert(text, spot, items),
        of: items.flatMap(({ leaves }) => leaves),
      });
    };
    return [
      ...[...this.#inside].map(([bullet, inside]) => ({
        edit: insertInside(text, bullet, list(inside)),
        of: leavesIn({ elements: inside }),
      })),
      ...[...this.#below.values()].map(inList(insertAfter)),
      ...[...this.#above.values()].map(inList(insertBefore)),
    ];
  }
}

function add(map: Map<Bullet, NewItems>, spot: Spot, item: InsertedItem): void {
  const { items } = map.get(spot.bullet) ?? { items: [] };
  map.set(spot.bullet, { spot: map.get(spot.bullet)?.spot ?? spot, items: [...items, item] });
}

/** The last list item before a blank line, or with `step` -1 the first one after one. */
function endOfRun(bullet: Bullet, step: 1 | -1): Bullet {
  const { items } = bullet.list;
  let at = bullet;
  for (;;) {
    const next = items[at.index + step];
    if (!next || (step === 1 ? next : at).isApart) return at;
    at = next;
  }
}

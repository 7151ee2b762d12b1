import type { Entry, Passage } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import type { Home } from '../match/homes.ts';
import type { Block, Bullet } from '../../report/page.ts';
import type { PassageDecisions } from '../match/passages.ts';

/** Where an element of the draft stands in its section's home, as far as it does. */
export interface Spot {
  /** In the home's list. */
  bullet: Bullet | null;
  /** In its region. */
  block: Block | null;
}

export const nowhere: Spot = { bullet: null, block: null };

/** What a new element comes between. */
export interface Around {
  above: Spot;
  below: Spot;
}

/** Finds where the elements of a draft stand. */
export class Spots {
  readonly #bullets = new Map<string, Bullet[]>();

  /** `isStaying`: whether a list item of the file will not be taken out. */
  constructor(edited: Edited, isStaying: (bullet: Bullet) => boolean) {
    const entries = edited.entries.flatMap(({ items, bullet }) =>
      items.map((item) => ({ item, bullet })),
    );
    for (const { item, bullet } of [...entries, ...edited.citations]) {
      if (!bullet || !isStaying(bullet)) continue;
      const bullets = this.#bullets.get(item) ?? [];
      bullets.push(bullet);
      this.#bullets.set(item, bullets);
    }
  }

  /** For each element what stands nearest above and below the place it has in the draft. */
  around(elements: readonly (Entry | Passage)[], home: Home, passages: PassageDecisions): Around[] {
    const spots = elements.map((element) => this.#spot(element, home, passages));
    const below: Spot[] = [];
    spots.reduceRight((next, spot, index) => {
      below[index] = next;
      return nearest(spot, next);
    }, nowhere);
    let above = nowhere;
    return spots.map((spot, index) => {
      const around = { above, below: below[index] ?? nowhere };
      above = nearest(spot, above);
      return around;
    });
  }

  #spot(element: Entry | Passage, { region, list }: Home, passages: PassageDecisions): Spot {
    if (element.kind === 'passage')
      return { bullet: null, block: passages.standing.get(element) ?? null };
    const bullets = element.items.flatMap((item) => this.#bullets.get(item) ?? []);
    const inRegion = bullets.find((bullet) => bullet.list.block.region === region);
    const inList = bullets.map((bullet) => itemOf(bullet, list)).find((bullet) => bullet !== null);
    return { bullet: inList ?? null, block: inRegion?.list.block ?? null };
  }
}

function nearest(spot: Spot, other: Spot): Spot {
  return { bullet: spot.bullet ?? other.bullet, block: spot.block ?? other.block };
}

/** The item of the list that a list item is or stands in. */
function itemOf(bullet: Bullet | null, list: Home['list']): Bullet | null {
  if (!bullet || bullet.list === list) return bullet;
  return itemOf(bullet.outer, list);
}

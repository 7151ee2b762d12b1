import type { BulletList } from '../../report/outline.ts';
import type { Landmark, Spot } from './spot.ts';

/** The nearest landmark in one direction, and the nearest in the same list of the draft. */
export interface Nearest {
  any: Spot | null;
  inList: Spot | null;
  block: Landmark['block'];
}

/** For each landmark the nearest of those before it. `lists`: of the draft, by landmark. */
export function nearestBefore(
  landmarks: readonly Landmark[],
  lists: readonly (BulletList | null)[],
): Nearest[] {
  const inLists = new Map<BulletList, Spot>();
  let any: Spot | null = null;
  let block: Landmark['block'] = null;
  return landmarks.map((landmark, index) => {
    const list = lists[index] ?? null;
    const nearest = { any, block, inList: (list && inLists.get(list)) ?? null };
    any = landmark.spot ?? any;
    block = landmark.block ?? block;
    if (list && landmark.spot) inLists.set(list, landmark.spot);
    return nearest;
  });
}

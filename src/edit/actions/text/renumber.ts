import type { Edit } from '../../../markdown/edit.ts';
import type { Bullet, BulletList } from '../../../report/outline.ts';
import { countsItems, replaceContent } from '../../../revise/write/bullets.ts';

/** An item of a list after the changes: one that is there, or a new one. */
export type Slot = { bullet: Bullet } | { added: { marker?: string } };

/** Gives new items their numbers, and others new ones, so that an ordered list counts on. */
export function renumber(text: string, list: BulletList, slots: readonly Slot[]): Edit[] {
  const [first] = list.items;
  if (!first || !countsItems(list)) return [];
  const start = Number(/\d+/.exec(first.marker)?.[0]);
  return slots.flatMap((slot, index): Edit[] => {
    const digits = String(start + index);
    const marker = first.marker.replace(/\d+/, digits);
    if ('added' in slot) {
      slot.added.marker = marker;
      return [];
    }
    const { bullet } = slot;
    const had = /\d+/.exec(bullet.marker)?.[0] ?? '';
    if (had === digits) return [];
    const isWider = had.length !== digits.length && bullet.content.includes('\n');
    return isWider
      ? [replaceContent(text, bullet, bullet.content, bullet.marker.replace(/\d+/, digits))]
      : [{ start: bullet.start, end: bullet.start + had.length, text: digits }];
  });
}

import type { Bullet } from '../../report/outline.ts';
import type { TextAnswer } from '../protocol.ts';
import { moved } from './move.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { beginningOf, endOf, type Place } from './text/places.ts';

/** Moves an entry one place up or down: within its list, and at its end to the one after it. */
export function moveBy(text: EditableText, at: number, by: -1 | 1): TextAnswer {
  const entry = text.entryAt(at);
  const neighbour = neighbourOf(text, entry, by);
  const side = by < 0 ? 'above' : 'below';
  if (neighbour) {
    const where = ` ${side} ${text.nameOf(text.entryAt(neighbour.start))}`;
    return moved(text, entry, { beside: neighbour, side }, where);
  }
  const { section } = entry.bullet.list.block;
  const list = otherList(text, entry, by);
  if (list) {
    const [first, last] = [list[0], list.at(-1)];
    const beside = by < 0 ? last : first;
    if (beside)
      return moved(
        text,
        entry,
        { beside, side: by < 0 ? 'below' : 'above' },
        ` ${by < 0 ? 'up' : 'down'}`,
      );
  }
  const sections = text.sectionsTakingEntries;
  const next =
    by < 0
      ? sections.findLast(({ index }) => index < section.index)
      : sections.find(({ index }) => index > section.index);
  if (!next)
    throw impossible(
      `${text.nameOf(entry)} is already the ${by < 0 ? 'first' : 'last'} entry of ${text.titleOf(section)}, and no section ${by < 0 ? 'above' : 'below'} it takes entries.`,
    );
  const place: Place = by < 0 ? endOf(text, next) : beginningOf(text, next);
  return moved(text, entry, place, ` to ${text.titleOf(next)}`);
}

/** The item beside an entry in its list; of a paragraph, the entry beside it in its section. */
function neighbourOf({ entries }: EditableText, { bullet }: TextEntry, by: -1 | 1): Bullet | null {
  const { list, index, node } = bullet;
  if (node.type !== 'paragraph') return list.items[index + by] ?? null;
  const at = entries.findIndex((one) => one.bullet === bullet);
  const other = entries[at + by]?.bullet;
  return other?.list.block.section === list.block.section ? other : null;
}

/** The items of the next list of the section with entries, like the one of another person. */
function otherList(
  { entries }: EditableText,
  { bullet }: TextEntry,
  by: -1 | 1,
): readonly Bullet[] | null {
  const { section } = bullet.list.block;
  const here = entries
    .map((one) => one.bullet)
    .filter(({ list }) => list.block.section === section);
  const at = here.indexOf(bullet);
  const other = by < 0 ? here.slice(0, Math.max(at, 0)).at(-1) : at < 0 ? undefined : here[at + 1];
  return other?.list.items ?? null;
}

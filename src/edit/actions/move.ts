import type { TextAnswer } from '../protocol.ts';
import { moveEntry } from './move-entry.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { endOf, type Place, sectionOf } from './text/places.ts';
import { TextChanges } from './text/text-changes.ts';

/** Moves an entry to the end of a section. */
export function moveTo(text: EditableText, at: number, to: string): TextAnswer {
  const entry = text.entryAt(at);
  const section = sectionOf(text, to);
  const place = endOf(text, section);
  const title = text.titleOf(section);
  if ('beside' in place && place.beside === entry.bullet)
    throw impossible(`${text.nameOf(entry)} is already the last entry of ${title}.`);
  return moved(text, entry, place, ` to ${title}`);
}

/** Moves an entry above another one. */
export function moveBefore(text: EditableText, at: number, before: number): TextAnswer {
  const entry = text.entryAt(at);
  const other = text.entryAt(before);
  const { bullet } = entry;
  const isInside = bullet.start <= other.bullet.start && other.bullet.end <= bullet.end;
  if (isInside)
    throw impossible(`${text.nameOf(entry)} can't move above itself. Choose another entry.`);
  const isAbove = other.bullet.list === bullet.list && other.bullet.index === bullet.index + 1;
  if (isAbove) throw impossible(`${text.nameOf(entry)} is already above ${text.nameOf(other)}.`);
  const place: Place = { beside: other.bullet, side: 'above' };
  return moved(text, entry, place, ` above ${text.nameOf(other)}`);
}

/** The answer that moves an entry. `to`: where, behind a blank. */
export function moved(text: EditableText, entry: TextEntry, place: Place, to: string): TextAnswer {
  const changes = new TextChanges(text);
  const content = moveEntry(text, changes, entry, place);
  return changes.answer(`Moved ${text.nameOf(entry)}${to}.`, { text: content });
}

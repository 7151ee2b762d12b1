import { contentBeside } from './entry/entry-content.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { linkedText } from './text/linked-text.ts';
import type { Place } from './text/places.ts';
import type { TextChanges } from './text/text-changes.ts';

/**
 * Moves an entry with everything in it, in the form of its new place.
 *
 * @returns its new content
 * @throws {UsageError} `action-impossible`
 */
export function moveEntry(
  text: EditableText,
  changes: TextChanges,
  entry: TextEntry,
  place: Place,
): string {
  const { bullet } = entry;
  const target = 'beside' in place ? place.beside : null;
  const content = contentBeside(linkedText(text, entry), bullet, target, text.nameOf(entry));
  changes.lists.remove(bullet);
  changes.refersTo(bullet.node);
  if (!('beside' in place)) changes.addBlock(place.before, bullet, content);
  else if (place.beside.node.type === 'paragraph') {
    const { index } = place.beside.list.block;
    changes.addParagraph(place.side === 'above' ? index : index + 1, content);
  } else changes.lists.add(place, bullet, content);
  return content;
}

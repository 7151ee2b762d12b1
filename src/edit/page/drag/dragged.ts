import { signal } from '@preact/signals';
import type { DeskEntry } from '../../protocol.ts';
import { act } from '../act.ts';
import { entryOf } from '../show-item.ts';
import { reading } from '../state.ts';

/** What is being dragged: an entry by its items, or an item outside the text. */
export const dragged = signal<{ item: string; isInText: boolean } | null>(null);

/** Where it may be dropped. */
export type DropTarget = { section: string } | { before: DeskEntry };

/** An entry moves there, an item is brought back there. */
export function dropOn(place: DropTarget): void {
  const what = dragged.value;
  dragged.value = null;
  if (!what) return;
  const entry = entryOf(what.item);
  if (!what.isInText || !entry) {
    const to = 'section' in place ? place.section : pathOf(place.before);
    void act({ do: 'bring-back', item: what.item, to });
  } else if ('section' in place) void act({ do: 'move', at: entry.start, to: place.section });
  else if (place.before.start !== entry.start)
    void act({ do: 'move-before', at: entry.start, before: place.before.start });
}

function pathOf({ section }: DeskEntry): string | null {
  return reading.value?.sections[section]?.path ?? null;
}

let marked: Element | null = null;

/** Shows where something would be dropped, in the pages of the desk and of the preview. */
export function markDrop(element: Element | null): void {
  if (marked === element) return;
  marked?.classList.remove('drop');
  element?.classList.add('drop');
  marked = element;
}

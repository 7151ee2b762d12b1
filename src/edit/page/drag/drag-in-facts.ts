import type { FactLine } from '../facts/lines.ts';
import { entryOf } from '../show-item.ts';
import { settleReading } from '../source/reading/settle.ts';
import { dragged, dropOn, type DropTarget, markDrop } from './dragged.ts';

interface DragProps {
  onDragStart: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDragLeave: () => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
}

/** Drags rows of the facts, and drops on rows and sections there. */
export function dragProps(lineAt: (target: EventTarget | null) => FactLine | undefined): DragProps {
  return {
    onDragStart: ({ target, dataTransfer }) => {
      const line = lineAt(target);
      if (line?.kind !== 'row' || !dataTransfer) return;
      const { items, label, title, words } = line.row;
      const [item] = items;
      if (item === undefined) return;
      dataTransfer.setData('text/plain', `${label} ${title}`);
      dataTransfer.effectAllowed = 'move';
      dragged.value = { item, isInText: words !== null };
    },
    onDragOver: (event) => {
      if (!dragged.value || !placeOf(lineAt(event.target))) return;
      event.preventDefault();
      markDrop((event.target as Element).closest('[data-key]'));
    },
    onDragLeave: () => markDrop(null),
    onDrop: (event) => {
      settleReading();
      const place = placeOf(lineAt(event.target));
      markDrop(null);
      if (!place) return;
      event.preventDefault();
      dropOn(place);
    },
    onDragEnd: () => {
      markDrop(null);
      dragged.value = null;
    },
  };
}

function placeOf(line: FactLine | undefined): DropTarget | null {
  if (line?.kind === 'group')
    return line.group.section === null ? null : { section: line.group.section };
  if (line?.kind !== 'row' || line.row.words === null) return null;
  const entry = entryOf(line.row.items[0]);
  return entry && { before: entry };
}

import { dragged, dropOn, markDrop, type DropTarget } from '../drag/dragged.ts';
import { settleReading } from '../source/reading/settle.ts';
import { reading } from '../state.ts';
import type { Blocks } from './blocks.ts';
import { entryAt, type PreviewPlace, placeOfElement } from './places.ts';

/** Lets entries of the preview be dragged by a handle beside them, and dropped before others and on headings. */
export function listenForDrags(blocks: Blocks, page: Document): void {
  const handle = page.createElement('div');
  handle.className = 'handle';
  handle.draggable = true;
  handle.hidden = true;
  handle.title = 'Drag to move';
  handle.setAttribute('aria-hidden', 'true');
  page.body.append(handle);
  let place: PreviewPlace | null = null;

  page.addEventListener('mouseover', ({ target, buttons }) => {
    // With a button pressed a drag may be about to begin, which must still find the handle.
    if (target === handle || buttons > 0) return;
    const over = placeOfElement(blocks, target);
    place = over?.isEntry ? over : null;
    handle.hidden = !place;
    if (!place) return;
    const { top, left } = place.element.getBoundingClientRect();
    handle.style.top = `${top + (page.defaultView?.scrollY ?? 0)}px`;
    handle.style.left = `${Math.max(0, left - 40)}px`;
  });
  page.addEventListener('dragstart', (event) => {
    if (event.target !== handle || !place || !event.dataTransfer) return;
    settleReading();
    const [item] = entryAt(place)?.items ?? [];
    if (item === undefined) return;
    event.dataTransfer.setData('text/plain', place.element.textContent);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(place.element, 0, 0);
    dragged.value = { item, isInText: true };
  });
  page.addEventListener('dragover', (event) => {
    const over = placeOfElement(blocks, event.target);
    if (!dragged.value || !over || !targetAt(over)) return;
    event.preventDefault();
    markDrop(over.element);
  });
  page.addEventListener('dragleave', () => markDrop(null));
  page.addEventListener('drop', (event) => {
    settleReading();
    const over = placeOfElement(blocks, event.target);
    const target = over && targetAt(over);
    markDrop(null);
    if (!target) return;
    event.preventDefault();
    dropOn(target);
  });
  page.addEventListener('dragend', () => {
    markDrop(null);
    dragged.value = null;
  });
}

function targetAt(place: PreviewPlace): DropTarget | null {
  const before = place.isEntry ? entryAt(place) : null;
  if (before) return { before };
  const section = reading.value?.sections.find(
    ({ start, depth }) => depth > 0 && start === place.start,
  );
  return section ? { section: section.path } : null;
}

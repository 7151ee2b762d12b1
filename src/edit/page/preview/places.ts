import type { Span } from '../../../markdown/span.ts';
import type { DeskEntry } from '../../protocol.ts';
import { reading } from '../state.ts';
import type { Blocks } from './blocks.ts';

/** An element of the preview, and its span in the text. */
export interface PreviewPlace extends Span {
  element: Element;
  isEntry: boolean;
}

/** The innermost place that an element of the preview is in. */
export function placeOfElement({ shown }: Blocks, target: EventTarget | null): PreviewPlace | null {
  const element = target as Element | null;
  const index = shown.findIndex((block) => block.element.contains(element));
  const block = shown[index];
  if (!block) return null;
  const found = block.entries.findLast((entry) => entry.element.contains(element));
  return placeIn(index, found ?? { start: 0, end: 0, element: block.element }, Boolean(found));
}

/** The innermost place that has an offset, or else the first one behind it. */
export function placeOfOffset({ shown }: Blocks, offset: number): PreviewPlace | null {
  const blocks = reading.value?.preview ?? [];
  const index = firstIndex(shown.length, (at) => (blocks[at]?.end ?? 0) > offset);
  const [block, span] = [shown[index], blocks[index]];
  if (!block || !span) return null;
  const from = offset - span.start;
  const found = block.entries[firstIndex(block.entries.length, (at) => endOf(block, at) > from)];
  return found && found.start <= from
    ? placeIn(index, found, true)
    : { ...span, element: block.element, isEntry: false };
}

/** The place at a height in the window of the preview. */
export function placeOfHeight({ shown }: Blocks, height: number): PreviewPlace | null {
  const bottom = (element: Element | undefined): number =>
    element?.getBoundingClientRect().bottom ?? 0;
  const index = firstIndex(shown.length, (at) => bottom(shown[at]?.element) > height);
  const block = shown[index];
  const span = reading.value?.preview[index];
  if (!block || !span) return null;
  const { entries } = block;
  const found = entries[firstIndex(entries.length, (at) => bottom(entries[at]?.element) > height)];
  const isBefore = found && found.element.getBoundingClientRect().top > height;
  return found && !isBefore
    ? placeIn(index, found, true)
    : { ...span, element: block.element, isEntry: false };
}

/** The entry of the text at a place. */
export function entryAt({ start }: PreviewPlace): DeskEntry | null {
  const entries = reading.value?.entries ?? [];
  return entries.findLast((entry) => entry.start <= start && start <= entry.end) ?? null;
}

function placeIn(
  index: number,
  { start, end, element }: Span & { element: Element },
  isEntry: boolean,
): PreviewPlace | null {
  const base = reading.value?.preview[index]?.start;
  return base === undefined ? null : { element, isEntry, start: base + start, end: base + end };
}

function endOf({ entries }: Blocks['shown'][number], index: number): number {
  return entries[index]?.end ?? 0;
}

/** The first index for which something is true, when it is for all behind it. */
function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

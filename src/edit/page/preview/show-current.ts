import type { DeskEntry } from '../../protocol.ts';
import type { Blocks } from './blocks.ts';
import { placeOfOffset } from './places.ts';
import { isPreviewLeading } from './scroll-together.ts';

const MARK = 'current';

/** Marks the entry at the cursor, and scrolls to it where it is out of sight. */
export function showCurrent(blocks: Blocks, view: Window, entry: DeskEntry | null): void {
  const place = entry && placeOfOffset(blocks, entry.start);
  const element = place?.isEntry ? place.element : null;
  const marked = view.document.querySelector(`.${MARK}`);
  if (marked !== element) {
    marked?.classList.remove(MARK);
    if (marked?.classList.length === 0) marked.removeAttribute('class');
    element?.classList.add(MARK);
  }
  if (!element || isPreviewLeading()) return;
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 0 || top > view.innerHeight)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

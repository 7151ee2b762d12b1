import { settleReading } from '../source/reading/settle.ts';
import { textPane } from '../text.ts';
import type { Blocks } from './blocks.ts';
import { placeOfHeight, placeOfOffset } from './places.ts';

/** Where the hand was last: that pane leads, the other follows. */
let leader: 'source' | 'preview' = 'source';

export function isPreviewLeading(): boolean {
  return leader === 'preview';
}

/** Scrolls source and preview together, by the places that are at their tops. */
export function scrollTogether(blocks: Blocks, frame: Window): void {
  const touches = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;
  for (const touch of touches) {
    const options = { capture: true, passive: true };
    frame.addEventListener(touch, () => void (leader = 'preview'), options);
    window.addEventListener(touch, () => void (leader = 'source'), options);
  }
  textPane().onScroll(
    soon(() => {
      if (leader === 'source') followSource(blocks, frame);
    }),
  );
  frame.addEventListener(
    'scroll',
    soon(() => {
      if (leader === 'preview') followPreview(blocks);
    }),
  );
}

/** Scrolls the preview to what is at the top of the source. */
export function followSource(blocks: Blocks, frame: Window): void {
  settleReading();
  const offset = textPane().top();
  const place = placeOfOffset(blocks, offset);
  if (!place) return;
  const { top, height } = place.element.getBoundingClientRect();
  const part = (offset - place.start) / Math.max(1, place.end - place.start);
  frame.scrollBy({ top: top + height * Math.max(0, Math.min(1, part)), behavior: 'instant' });
}

function followPreview(blocks: Blocks): void {
  settleReading();
  const place = placeOfHeight(blocks, 0);
  if (!place) return;
  const { top, height } = place.element.getBoundingClientRect();
  const part = Math.max(0, Math.min(1, -top / Math.max(1, height)));
  textPane().scrollTo(Math.round(place.start + part * (place.end - place.start)));
}

/** Once before the next frame is drawn, however often it is asked for. */
function soon(run: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      run();
    });
  };
}

import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** The height of a line, in pixels, as in facts.css. */
export const LINE = 26;

/** How many lines are drawn above and below those in sight. */
const MORE = 8;

interface LineWindow {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** The first line to draw, and the one behind the last. */
  first: number;
  last: number;
  /** Scrolls just as far as a line needs to be in sight. */
  reveal: (index: number) => void;
}

/** Which lines of a long list are in sight. */
export function useLineWindow(): LineWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const height = useSignal(0);
  useEffect(() => watchHeight(scroller.current, height), []);
  const onScroll = (): void => {
    top.value = scroller.current?.scrollTop ?? 0;
  };
  const reveal = (index: number): void => {
    const element = scroller.current;
    if (!element || index < 0) return;
    const [least, most] = [(index + 1) * LINE - element.clientHeight, index * LINE];
    element.scrollTop = Math.max(least, Math.min(most, element.scrollTop));
    onScroll();
  };
  return {
    ...{ scroller, onScroll, reveal },
    first: Math.max(0, Math.floor(top.value / LINE) - MORE),
    last: Math.ceil((top.value + height.value) / LINE) + MORE,
  };
}

function watchHeight(element: HTMLElement | null, height: Signal<number>): () => void {
  const observer = new ResizeObserver(() => {
    height.value = element?.clientHeight ?? 0;
  });
  if (element) observer.observe(element);
  return () => observer.disconnect();
}

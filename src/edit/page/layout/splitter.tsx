import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';

export interface SplitterProps {
  id: string;
  /** What it changes: `Width of the facts`. */
  name: string;
  /** The id of the pane. */
  controls: string;
  /** In percent of what both sides have. */
  size: Signal<number>;
  least: number;
  most: number;
  /** Of the line itself. */
  orientation: 'vertical' | 'horizontal';
  /** Whether the pane is behind the line, and not before it. */
  isAfter?: boolean;
}

/** In percent, of one key. */
const STEP = 2;

/** A line between two panes that can be dragged, and moved by arrows. */
export function Splitter(props: SplitterProps): JSX.Element {
  const { id, name, controls, size, least, most, orientation, isAfter = false } = props;
  const set = (percent: number): void => {
    size.value = Math.round(Math.max(least, Math.min(most, percent)) * 10) / 10;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const back = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
    const on = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
    const grows = isAfter ? back : on;
    if (event.key === 'Home') set(least);
    else if (event.key === 'End') set(most);
    else if (event.key === back || event.key === on)
      set(size.value + (event.key === grows ? STEP : -STEP));
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const line = event.currentTarget;
    const area = line.parentElement?.getBoundingClientRect();
    if (!area || !line.hasPointerCapture(event.pointerId)) return;
    const [offset, length] =
      orientation === 'vertical'
        ? [event.clientX - area.left, area.width]
        : [event.clientY - area.top, area.height];
    const percent = (offset / length) * 100;
    set(isAfter ? 100 - percent : percent);
  };
  return (
    <div
      id={id}
      class={`splitter ${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={name}
      aria-orientation={orientation}
      aria-controls={controls}
      aria-valuenow={Math.round(size.value)}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}

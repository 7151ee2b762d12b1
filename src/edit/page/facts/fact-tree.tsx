import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dragProps } from '../drag/drag-in-facts.ts';
import { FactLineItem } from './fact-line.tsx';
import { factLines, lineIndices } from './lines.ts';
import { currentRow, toggleGroup } from './list-state.ts';
import { showRow } from './show-row.ts';
import { stepInTree } from './tree-keys.ts';
import { LINE, useLineWindow } from './window.ts';

/** Everything that happened, in groups: one stop of the Tab key, arrows inside. Draws what is in sight. */
export function FactTree(): JSX.Element {
  const tree = useRef<HTMLUListElement>(null);
  const { scroller, onScroll, first, last, reveal } = useLineWindow();
  const lines = factLines.value;
  const current = currentRow.value?.key;
  const focused = useSignal<string | null>(null);
  const indices = lineIndices.value;
  const indexOf = (key: string | null | undefined): number => indices.get(key ?? '') ?? -1;
  // Where the Tab key goes; it is drawn even out of sight, so that it keeps the focus.
  const stop = [focused.value, current].map(indexOf).find((index) => index >= 0) ?? 1;
  const drawn = lines.filter((_, index) => (index >= first && index < last) || index === stop);

  useEffect(() => reveal(indexOf(current)), [current]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[indexOf(keyOf(event.target))];
    if (!line || event.altKey || event.ctrlKey || event.metaKey) return;
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const to = isChoice ? null : stepInTree(event.key, lines, line);
    if (to === undefined) return;
    event.preventDefault();
    if (isChoice && line.kind === 'row') showRow(line.row, event.key === 'Enter');
    else if (isChoice && line.kind === 'group') toggleGroup(line.key, !line.isOpen);
    if (!to) return;
    focused.value = to.key;
    reveal(indexOf(to.key));
    if (to.kind === 'row') showRow(to.row);
    requestAnimationFrame(() => focusLine(tree.current, to.key));
  };
  return (
    <div ref={scroller} class="fact-scroller" onScroll={onScroll}>
      <ul
        ref={tree}
        id="facts-list"
        class="fact-tree"
        role="tree"
        aria-label="Everything of the period"
        style={{ height: `${lines.length * LINE}px` }}
        onKeyDown={onKeyDown}
        onFocusCapture={({ target }) => {
          focused.value = keyOf(target);
        }}
        onClick={({ target }) => {
          const line = lines[indexOf(keyOf(target))];
          if (line?.kind === 'group') toggleGroup(line.key, !line.isOpen);
          else if (line?.kind === 'row') showRow(line.row);
        }}
        {...dragProps((target) => lines[indexOf(keyOf(target))])}
      >
        {drawn.map((line) => {
          const index = indices.get(line.key) ?? 0;
          return (
            <FactLineItem
              key={line.key}
              line={line}
              index={index}
              isStop={index === stop}
              isCurrent={line.key === current}
            />
          );
        })}
      </ul>
    </div>
  );
}

function focusLine(tree: HTMLElement | null, key: string): void {
  const lines = tree?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
  [...lines].find((line) => line.dataset['key'] === key)?.focus({ preventScroll: true });
}

function keyOf(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  return element?.dataset['key'] ?? null;
}

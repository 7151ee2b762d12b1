import type { JSX } from 'preact';
import type { FactItem } from '../../protocol.ts';

/** Strokes on a grid of 16 by 16. */
const shapes = {
  pull: 'M4.5 5.5v5M4.5 10.5a1.5 1.5 0 1 0 .01 0M4.5 2.5a1.5 1.5 0 1 0 .01 0M11.5 10.5a1.5 1.5 0 1 0 .01 0M11.5 10.5v-5a2 2 0 0 0-2-2H8M9.5 1.5l-2 2 2 2',
  merged:
    'M4.5 5.5v5M4.5 10.5a1.5 1.5 0 1 0 .01 0M4.5 2.5a1.5 1.5 0 1 0 .01 0M11.5 7a1.5 1.5 0 1 0 .01 0M4.5 5.5c.5 2 2.5 3 5.5 3',
  open: 'M8 2a6 6 0 1 0 .01 0M8 7.5a.5.5 0 1 0 .01 0',
  closed: 'M8 2a6 6 0 1 0 .01 0M5.5 8.2l1.8 1.8 3.4-3.6',
  commit: 'M8 5.5a2.5 2.5 0 1 0 .01 0M1.5 8h4M10.5 8h4',
  entry: 'M2.5 8h.01M5.5 8h8',
};

export function Icon({ shape }: { shape: keyof typeof shapes }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[shape]} />
    </svg>
  );
}

/** What an item is, and its state, in words and as a picture; null for an entry about nothing known. */
export function StateIcon({ item }: { item: FactItem | null }): JSX.Element {
  return (
    <span class={`state state-${item?.state ?? 'unknown'}`} title={stateOf(item)}>
      <Icon shape={shapeOf(item)} />
      <span class="unseen">{stateOf(item)}</span>
    </span>
  );
}

const kinds: Record<FactItem['kind'], string> = {
  pull: 'pull request',
  issue: 'issue',
  commit: 'commit',
};

/** `merged pull request` */
export function stateOf(item: FactItem | null): string {
  if (!item) return 'entry';
  if (item.kind === 'commit' || item.state === 'unknown') return kinds[item.kind];
  return `${item.state} ${kinds[item.kind]}`;
}

function shapeOf(item: FactItem | null): keyof typeof shapes {
  if (!item) return 'entry';
  if (item.kind === 'commit') return 'commit';
  if (item.kind === 'pull') return item.state === 'merged' ? 'merged' : 'pull';
  return item.state === 'closed' ? 'closed' : 'open';
}

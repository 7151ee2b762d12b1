import { act } from './act.ts';
import { open, openAtCursor } from './item/target.ts';
import { showPane } from './layout/room.ts';
import { save } from './saving/save.ts';
import { goToFinding, goToNextStep } from './source/go.ts';
import { fixFinding } from './source/fix.ts';
import { cursor } from './state.ts';

export interface DeskKey {
  /** Modifiers and the key, joined by hyphens. `Mod` is ⌘ on a Mac, and Ctrl elsewhere. */
  key: string;
  /** What it does, as its button is called. */
  name: string;
  run: () => void;
}

/** What can be done from anywhere in the page with one stroke. The dialog shows them in this order. */
export const keys = {
  save: { key: 'Mod-S', name: 'Save', run: () => void save() },
  next: { key: 'Mod-Enter', name: 'Go to the next thing to do', run: goToNextStep },
  nextFinding: { key: 'F8', name: 'Go to the next finding', run: () => goToFinding(1) },
  previousFinding: {
    key: 'Shift-F8',
    name: 'Go to the finding before',
    run: () => goToFinding(-1),
  },
  fix: { key: 'Mod-.', name: 'Fix the finding', run: fixFinding },
  up: { key: 'Alt-ArrowUp', name: 'Move up', run: () => here({ do: 'move-by', by: -1 }) },
  down: { key: 'Alt-ArrowDown', name: 'Move down', run: () => here({ do: 'move-by', by: 1 }) },
  move: { key: 'Alt-M', name: 'Move to another section', run: () => openAtCursor('move') },
  join: {
    key: 'Alt-J',
    name: 'Join with the entry above',
    run: () => here({ do: 'join', other: null }),
  },
  takeOut: { key: 'Alt-X', name: 'Take out', run: () => here({ do: 'take-out' }) },
  highlight: { key: 'Alt-H', name: 'Make a highlight', run: () => here({ do: 'highlight' }) },
  search: { key: 'Mod-K', name: 'Search in the facts', run: focusSearch },
  keys: { key: '?', name: 'Show all keys', run: () => open('keys') },
} satisfies Record<string, DeskKey>;

type ActionHere =
  | { do: 'move-by'; by: -1 | 1 }
  | { do: 'join'; other: null }
  | { do: 'take-out' }
  | { do: 'highlight' };

/** Acts on the entry at the cursor. */
function here(action: ActionHere): void {
  void act({ ...action, at: cursor.value });
}

function focusSearch(): void {
  showPane('facts');
  document.getElementById('facts-search')?.focus();
}

import { signal } from '@preact/signals';

/** The menus and dialogs of the desk; one is open at a time. */
export type Openable =
  | 'move'
  | 'bring-back'
  | 'join'
  | 'credit'
  /** What a rerun would change. */
  | 'news'
  /** What remains, or how to publish. */
  | 'ready'
  | 'keys';

/** Null when none is. Buttons and keys open one by setting it. */
export const opened = signal<Openable | null>(null);

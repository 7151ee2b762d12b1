import type { ActAnswer } from '../protocol.ts';
import type { Span } from '../../markdown/span.ts';

/** What the other panes may do with the text. The source pane provides it. */
export interface TextPane {
  /** The text now. */
  text(): string;
  /** Makes the edits as one step that can be undone, and selects. */
  apply(answer: Pick<ActAnswer, 'edits' | 'select'>): void;
  /** Moves the cursor there and shows it; `focus` also takes the keyboard there. */
  go(span: Span, focus?: boolean): void;
  /** Takes the keyboard to the text, and leaves what is selected there. */
  focus(): void;
  /** Replaces the whole text, as one step, by minimal edits. */
  replace(text: string): void;
  /** The offset at the top of the visible part, and scrolling there: panes scroll together. */
  top(): number;
  scrollTo(offset: number): void;
  onScroll(listener: () => void): void;
}

let pane: TextPane | null = null;

export function provideText(provided: TextPane): void {
  pane = provided;
}

/** @throws {Error} before the source pane is there */
export function textPane(): TextPane {
  if (!pane) throw new Error('no source pane');
  return pane;
}

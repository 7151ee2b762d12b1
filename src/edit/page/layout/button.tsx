import type { ComponentChildren, JSX } from 'preact';
import type { DeskKey } from '../keys.ts';
import { ariaKey, keyLabel } from '../shortcuts.ts';

export interface ButtonProps {
  id: string;
  children: ComponentChildren;
  onClick: () => void;
  /** Its key, for the tooltip. */
  stroke?: DeskKey | undefined;
  /** What it does, where its words don't say so. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
  /** What it opens. */
  opens?: 'menu' | 'dialog' | undefined;
  class?: string | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const { id, children, onClick, stroke, hint, disabled = false, opens } = props;
  const tooltip = [hint, stroke && `(${keyLabel(stroke)})`].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      id={id}
      class={`button ${props.class ?? ''}`}
      disabled={disabled}
      title={tooltip || undefined}
      aria-keyshortcuts={stroke && ariaKey(stroke)}
      aria-haspopup={opens && 'dialog'}
      onClick={onClick}
    >
      {children}
      {opens === 'menu' && <span aria-hidden="true"> ▾</span>}
    </button>
  );
}

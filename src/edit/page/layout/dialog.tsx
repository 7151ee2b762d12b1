import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { opened, type Openable } from '../open.ts';

export interface DialogProps {
  name: Openable;
  title: string;
  /** A `menu` is below its button, a `sheet` at the side, a `box` in the middle. */
  shape: 'menu' | 'sheet' | 'box';
  children: ComponentChildren;
}

/** A dialog that is there while it is open. The browser keeps the focus in it, and gives it back. */
export function Dialog(props: DialogProps): JSX.Element | null {
  return opened.value === props.name ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ name, title, shape, children }: DialogProps): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  // Before the next key, which is for the dialog.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    if (shape === 'menu') placeBelow(dialog, document.getElementById(`${name}-button`));
    // Closed by the key, it has given the focus back already, and somebody may have moved on.
    return () => {
      if (dialog.open) dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      id={`${name}-dialog`}
      class={`dialog ${shape}`}
      aria-label={title}
      onClose={() => {
        // The next one may be open by now.
        if (opened.value === name) closeDialog();
      }}
      onClick={({ target }) => {
        // Its content covers the dialog: what is left is the page behind it.
        if (target === ref.current) closeDialog();
      }}
    >
      <div class="dialog-content">
        {shape !== 'menu' && (
          <div class="dialog-head">
            <h2>{title}</h2>
            <button type="button" class="button" aria-label="Close" onClick={closeDialog}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}

export function closeDialog(): void {
  opened.value = null;
}

/** In the middle, where there is no button to see. */
function placeBelow(dialog: HTMLElement, button: HTMLElement | null): void {
  const at = button?.getBoundingClientRect();
  if (!at || at.width === 0) return;
  const { width, height } = dialog.getBoundingClientRect();
  const below = at.bottom + 4;
  const top = below + height <= innerHeight ? below : Math.max(8, at.top - height - 4);
  dialog.style.margin = '0';
  dialog.style.top = `${top}px`;
  dialog.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
}

import { useEffect, useRef } from 'preact/hooks';
import type { MergeView } from '@codemirror/merge';
import { mergeViewIn, type Side } from './merge-view.ts';

interface CompareProps {
  title: string;
  left: Side;
  right: Side;
  /** What the button says that takes the text on the right. */
  accept: string;
  onAccept: (text: string) => void;
  onClose: () => void;
}

/** Two texts side by side. The right one can be edited, and takes changes from the left one. */
export function Compare({ title, left, right, accept, onAccept, onClose }: CompareProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView | null>(null);
  useEffect(() => {
    if (!place.current) return;
    dialog.current?.showModal();
    const view = mergeViewIn(place.current, left, right);
    merge.current = view;
    return () => view.destroy();
  }, []);
  return (
    <dialog ref={dialog} class="dialog compare" id="compare" aria-label={title} onClose={onClose}>
      <div class="compare-head">
        <h2>{title}</h2>
        <p>An arrow takes a change from the left. The right side can be edited.</p>
      </div>
      <div class="compare-names" aria-hidden="true">
        <span>{left.name}</span>
        <span>{right.name}</span>
      </div>
      <div ref={place} class="compare-texts" />
      <div class="compare-foot">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Decide later
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            if (!merge.current) return;
            // First, since the keyboard is to go elsewhere.
            dialog.current?.close();
            onAccept(merge.current.b.state.doc.toString());
          }}
        >
          {accept}
        </button>
      </div>
    </dialog>
  );
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProposedChange } from '../../protocol.ts';
import { Button } from '../layout/button.tsx';
import { ChangeRow } from './change-row.tsx';
import { accept, decided } from './refresh.ts';

/** The rows; when one is done, the keyboard is on the next. */
export function ChangeList({ changes }: { changes: readonly ProposedChange[] }): JSX.Element {
  const ref = useRef<HTMLOListElement>(null);
  const at = useRef(0);
  const rows = (): HTMLElement[] => [
    ...(ref.current?.querySelectorAll<HTMLElement>('.change') ?? []),
  ];
  // Before another key can come.
  useLayoutEffect(() => {
    const next = rows().at(Math.min(at.current, changes.length - 1));
    (next ?? document.querySelector<HTMLElement>('#news-dialog .dialog-head button'))?.focus();
  }, [changes.map(({ id }) => id).join()]);
  const acceptable = changes.filter(({ edits }) => edits.length > 0).map(({ id }) => id);
  return (
    <>
      <ol
        ref={ref}
        class="changes"
        aria-label="Changes"
        aria-busy={decided.value.size > 0}
        onFocusCapture={({ target }) => {
          at.current = rows().findIndex((row) => row.contains(target as Node));
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step === undefined) return;
          rows()[at.current + step]?.focus();
          event.preventDefault();
        }}
      >
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ol>
      {acceptable.length > 1 && (
        <p class="actions">
          <Button id="accept-all" onClick={() => void accept(acceptable)}>
            Accept all {acceptable.length}
          </Button>
        </p>
      )}
    </>
  );
}

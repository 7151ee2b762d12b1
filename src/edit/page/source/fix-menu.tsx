import { useLayoutEffect, useRef } from 'preact/hooks';
import { applyFix, fixMenu } from './fix.ts';

/** The fixes of a finding that has several. */
export function FixMenu() {
  const dialog = useRef<HTMLDialogElement>(null);
  const finding = fixMenu.value;
  useLayoutEffect(() => {
    if (finding && !dialog.current?.open) dialog.current?.showModal();
  }, [finding]);
  if (!finding) return null;
  return (
    <dialog
      ref={dialog}
      class="dialog fix-menu"
      id="fix-menu"
      aria-label="Fixes"
      onClose={() => (fixMenu.value = null)}
    >
      <p>{finding.message}</p>
      {finding.fixes.map((fix) => (
        <button
          type="button"
          class="button"
          key={fix.label}
          onClick={() => {
            dialog.current?.close();
            applyFix(fix);
          }}
        >
          {fix.label}
        </button>
      ))}
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        Leave it
      </button>
    </dialog>
  );
}

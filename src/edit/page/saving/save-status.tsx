import { keys } from '../keys.ts';
import { ariaKey, keyLabel } from '../shortcuts.ts';
import { saveState, type SaveState } from '../state.ts';

const words: Record<SaveState, string> = {
  saved: 'Saved',
  unsaved: 'Not saved',
  saving: 'Saving…',
  conflict: 'Changed on disk',
  'read-only': 'Read-only',
  gone: 'Not connected',
};

/** Whether the text is in the file, and the button that brings it there. */
export function SaveStatus() {
  const state = saveState.value;
  return (
    <div class="save-status">
      <span id="save-state" data-state={state}>
        {words[state]}
      </span>
      <button
        type="button"
        class="button"
        id="save"
        title={`${keys.save.name} (${keyLabel(keys.save)})`}
        aria-keyshortcuts={ariaKey(keys.save)}
        disabled={state !== 'unsaved'}
        onClick={keys.save.run}
      >
        {keys.save.name}
      </button>
    </div>
  );
}

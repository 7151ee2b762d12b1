import type { JSX } from 'preact';
import { isPaneShown, isPreviewClosed, type PaneName, room, showPane } from './room.ts';

const names: Record<PaneName, string> = { facts: 'Facts', source: 'Source', preview: 'Preview' };

/** Chooses the panes: which of them is shown, or whether the preview is. */
export function PaneSwitch(): JSX.Element {
  if (room.value === 'wide')
    return (
      <button
        type="button"
        id="show-preview"
        class="button"
        aria-pressed={!isPreviewClosed.value}
        onClick={() => {
          isPreviewClosed.value = !isPreviewClosed.value;
        }}
      >
        Preview
      </button>
    );
  const panes: PaneName[] =
    room.value === 'medium' ? ['source', 'preview'] : ['facts', 'source', 'preview'];
  return (
    <div class="pane-switch" role="group" aria-label="Pane">
      {panes.map((pane) => (
        <button
          key={pane}
          type="button"
          id={`show-${pane}`}
          class="button"
          aria-pressed={isPaneShown(pane)}
          onClick={() => showPane(pane)}
        >
          {names[pane]}
        </button>
      ))}
    </div>
  );
}

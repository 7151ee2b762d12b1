import type { JSX } from 'preact';
import type { ProposedChange } from '../../protocol.ts';
import { Difference } from './difference.tsx';
import { accept, dismiss, leave } from './refresh.ts';

const kinds: Record<ProposedChange['kind'], string> = {
  new: 'New',
  changed: 'Changed',
  gone: 'Left to you',
  else: 'Other',
};

/** One change: Enter accepts it, Delete leaves it. */
export function ChangeRow({ change }: { change: ProposedChange }): JSX.Element {
  const { id, kind, label, section, before, after, edits } = change;
  const canAccept = edits.length > 0;
  return (
    <li
      class={`change change-${kind}`}
      data-change={id}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter' && canAccept) void accept([id]);
        else if (event.key === 'Delete') leave(id);
        else return;
        event.preventDefault();
      }}
    >
      <p class="change-head">
        <span class="kind">{kinds[kind]}</span> <b dir="auto">{label}</b>{' '}
        <span class="quiet" dir="auto">
          {section}
        </span>
      </p>
      <Difference before={before} after={canAccept ? after : before} />
      {kind === 'gone' && (
        <p class="quiet">
          A rerun leaves this entry as it is. Change it, or take it out, if you want to.
        </p>
      )}
      <div class="actions" role="group" aria-label={`Decide about ${label}`}>
        {canAccept && (
          <button
            type="button"
            class="button primary"
            title="(Enter)"
            onClick={() => void accept([id])}
          >
            Accept
          </button>
        )}
        <button type="button" class="button" title="(Delete)" onClick={() => leave(id)}>
          Leave
        </button>
        <button
          type="button"
          class="button"
          title="Leave it, and do not propose it again"
          onClick={() => void dismiss(id)}
        >
          Not again
        </button>
      </div>
    </li>
  );
}

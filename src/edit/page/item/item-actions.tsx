import type { JSX } from 'preact';
import { act } from '../act.ts';
import { keys } from '../keys.ts';
import { Button } from '../layout/button.tsx';
import { cursor } from '../state.ts';
import { actOnTarget, open, target } from './target.ts';

/** What can be done with the current item: each button is an edit of the text. */
export function ItemActions(): JSX.Element {
  const { item, entry } = target.value;
  return (
    <div class="actions" role="group" aria-label="Actions">
      {entry ? (
        <EntryActions isJoined={entry.items.length > 1} />
      ) : (
        <Button id="bring-back-button" opens="menu" onClick={() => open('bring-back')}>
          Bring back
        </Button>
      )}
      {item && (
        <Button
          id="insert"
          hint="Its link, at the cursor in the text"
          onClick={() => {
            const range = { at: cursor.value, end: cursor.value };
            void act({ do: 'insert-item', ...range, item: item.id });
          }}
        >
          Insert at cursor
        </Button>
      )}
    </div>
  );
}

function EntryActions({ isJoined }: { isJoined: boolean }): JSX.Element {
  return (
    <>
      <Button id="move-button" stroke={keys.move} opens="menu" onClick={() => open('move')}>
        Move to
      </Button>
      <Button
        id="join-button"
        stroke={keys.join}
        hint="The key joins with the entry above"
        opens="menu"
        onClick={() => open('join')}
      >
        Join
      </Button>
      {isJoined && (
        <Button
          id="split"
          hint="An entry for each item again"
          onClick={() => actOnTarget((at) => ({ do: 'split', at }))}
        >
          Split
        </Button>
      )}
      <Button
        id="take-out"
        stroke={keys.takeOut}
        hint="It stays listed here"
        onClick={() => actOnTarget((at) => ({ do: 'take-out', at }))}
      >
        Take out
      </Button>
      <Button
        id="highlight"
        stroke={keys.highlight}
        onClick={() => actOnTarget((at) => ({ do: 'highlight', at }))}
      >
        Highlight
      </Button>
      <Button id="credit-button" opens="menu" onClick={() => open('credit')}>
        Credit
      </Button>
    </>
  );
}

import { useState } from 'preact/hooks';
import type { DeskReport } from '../../protocol.ts';
import { documentNow } from '../source/document.ts';
import { said } from '../state.ts';
import { textPane } from '../text.ts';
import { backToText } from './back-to-text.ts';
import { Compare } from './compare.tsx';
import { keepNow } from './keep.ts';
import { base, recovered as undecided } from './saved.ts';
import { Trouble } from './trouble.tsx';

type Recovered = NonNullable<DeskReport['recovered']>;

/** A desk ended before its text was saved. Until the editor has chosen, nothing replaces that text. */
export function RecoveredTrouble({ recovered }: { recovered: Recovered }) {
  const [isComparing, compare] = useState(false);
  const isOlder = recovered.base !== base.value;
  return (
    <Trouble
      id="recovered"
      title="Text from last time was not saved."
      actions={
        <>
          <button type="button" class="button primary" onClick={() => compare(true)}>
            Compare
          </button>
          <button type="button" class="button" onClick={() => use(recovered.text)}>
            Use the unsaved text
          </button>
          <button type="button" class="button" onClick={drop}>
            Keep the file’s
          </button>
        </>
      }
    >
      It was written {new Date(recovered.savedAt).toLocaleString()}.{' '}
      {isOlder && 'The file has changed since then.'} Choose before you go on.
      {isComparing && (
        <Compare
          title="Unsaved text"
          left={{ name: 'The file', text: documentNow.value.toString() }}
          right={{ name: 'Not saved last time', text: recovered.text }}
          accept="Use the text on the right"
          onAccept={use}
          onClose={() => compare(false)}
        />
      )}
    </Trouble>
  );
}

function use(text: string): void {
  undecided.value = null;
  textPane().replace(text);
  backToText();
  said.value = 'The unsaved text is back. It is not in the file until you save.';
}

function drop(): void {
  undecided.value = null;
  void keepNow(false);
  backToText();
  said.value = 'The text of the file stays.';
}

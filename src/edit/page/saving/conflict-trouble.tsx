import { useState } from 'preact/hooks';
import { documentNow } from '../source/document.ts';
import { textPane } from '../text.ts';
import { backToText } from './back-to-text.ts';
import { Compare } from './compare.tsx';
import { saveMerged } from './save.ts';
import { Trouble } from './trouble.tsx';

/** Somebody else has written the file meanwhile: nothing is lost until the editor decides. */
export function ConflictTrouble({ file }: { file: { text: string; hash: string } }) {
  const [isComparing, compare] = useState(false);
  const take = (text: string): void => {
    compare(false);
    textPane().replace(text);
    void saveMerged(file);
    backToText();
  };
  return (
    <Trouble
      id="conflict"
      title="The file has changed on disk, and so has the text here."
      actions={
        <>
          <button type="button" class="button primary" onClick={() => compare(true)}>
            Compare and merge
          </button>
          <button type="button" class="button" onClick={() => take(documentNow.value.toString())}>
            Save mine over it
          </button>
          <button type="button" class="button" onClick={() => take(file.text)}>
            Take the file’s
          </button>
        </>
      }
    >
      Nothing is saved until you choose. Undo brings your text back.
      {isComparing && (
        <Compare
          title="Merge your text with the file"
          left={{ name: 'The file on disk', text: file.text }}
          right={{ name: 'Yours, as it will be saved', text: documentNow.value.toString() }}
          accept="Save the text on the right"
          onAccept={take}
          onClose={() => compare(false)}
        />
      )}
    </Trouble>
  );
}

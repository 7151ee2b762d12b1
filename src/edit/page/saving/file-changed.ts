import { batch } from '@preact/signals';
import { documentNow, asDocument } from '../source/document.ts';
import { said } from '../state.ts';
import { textPane } from '../text.ts';
import { base, conflict, isDeleted, isEdited, isSaving, recovered, savedText } from './saved.ts';

interface FileNow {
  text: string;
  hash: string;
}

/** What changed while the page itself was saving: it may be that very save. */
let waiting: FileNow | null = null;

/** The file has another content: the text follows, unless it has words that are not saved. */
export function fileChanged(file: FileNow): void {
  if (isSaving.value) {
    waiting = file;
    return;
  }
  isDeleted.value = false;
  if (file.hash === base.value) return;
  const isSame = asDocument(file.text).eq(documentNow.value);
  if (!isSame && isEdited.value) {
    conflict.value = file;
    said.value = 'The file has changed on disk, and so has the text here.';
    return;
  }
  if (!isSame) {
    textPane().replace(file.text);
    said.value = 'The file has changed on disk. The text follows it.';
  }
  isNow(file.hash);
}

/** The text is all there is. */
export function fileDeleted(): void {
  isDeleted.value = true;
  said.value = 'The file is gone from the disk. The text is here: saving writes the file again.';
}

/** The text as it is now is that of the file. */
export function isNow(hash: string): void {
  batch(() => {
    base.value = hash;
    savedText.value = documentNow.value;
    conflict.value = null;
    // Somebody has saved the very text that was not.
    if (recovered.value?.text === documentNow.value.toString()) recovered.value = null;
  });
}

/** After saving: what changed in the meantime. */
export function catchUp(): void {
  const file = waiting;
  waiting = null;
  if (file) fileChanged(file);
}

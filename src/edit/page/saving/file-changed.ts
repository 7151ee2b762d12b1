import { batch } from '@preact/signals';
import { api, RequestFailed, ServerGone } from '../api.ts';
import { documentNow, asDocument } from '../source/document.ts';
import { said } from '../state.ts';
import { textPane } from '../text.ts';
import { isGone } from './gone.ts';
import { base, conflict, isDeleted, isEdited, isSaving, recovered, savedText } from './saved.ts';

interface FileNow {
  text: string;
  hash: string;
}

/** The hash of what the file became while the page itself was saving: it may be that very save. */
let told: string | null = null;

/**
 * The file had a hash when the server said so. That may have been before the page's last save, so that what the
 * file has is asked for.
 */
export async function fileTold(hash: string): Promise<void> {
  if (isSaving.value) {
    told = hash;
    return;
  }
  if (hash === base.value) {
    isDeleted.value = false;
    return;
  }
  const before = base.value;
  try {
    const now = await api.report();
    if (base.value === before) fileChanged(now);
    else await fileTold(now.hash);
  } catch (error) {
    if (error instanceof ServerGone) isGone.value = true;
    else if (error instanceof RequestFailed) said.value = error.message;
    else throw error;
  }
}

/** The file has another content: the text follows, unless it has words that are not saved. */
export function fileChanged(file: FileNow): void {
  if (isSaving.value) {
    told = file.hash;
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
  const hash = told;
  told = null;
  if (hash !== null) void fileTold(hash);
}

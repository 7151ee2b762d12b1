import { batch } from '@preact/signals';
import { actionsDone } from '../act.ts';
import { api, RequestFailed, ServerGone } from '../api.ts';
import { documentNow, asDocument } from '../source/document.ts';
import { report, said } from '../state.ts';
import { catchUp, fileChanged, fileDeleted } from './file-changed.ts';
import { isGone } from './gone.ts';
import { forget } from './keep-here.ts';
import { base, conflict, isDeleted, isSaving, isUnsaved, savedText } from './saved.ts';

/** Writes the file, if it is still the one that the text was made from. */
export async function save(): Promise<void> {
  await actionsDone();
  const refusal = whyNot();
  if (refusal !== null) {
    said.value = refusal;
    return;
  }
  const document = documentNow.value;
  isSaving.value = true;
  try {
    const answer = await api.save({
      text: document.toString(),
      base: isDeleted.value ? '' : base.value,
    });
    isSaving.value = false;
    if ('conflict' in answer) changedMeanwhile(answer.conflict);
    else {
      batch(() => {
        base.value = answer.hash;
        savedText.value = document;
        isDeleted.value = false;
      });
      forget();
      said.value = 'Saved.';
    }
  } catch (error) {
    isSaving.value = false;
    if (error instanceof ServerGone) isGone.value = true;
    if (!(error instanceof RequestFailed || error instanceof ServerGone)) throw error;
    said.value = `Not saved: ${error.message}`;
  }
  catchUp();
}

/** A file that is gone has no hash. */
function changedMeanwhile(file: { text: string; hash: string }): void {
  if (file.hash === '') fileDeleted();
  else fileChanged(file);
}

/** Null when the file can be written. */
function whyNot(): string | null {
  if (isSaving.value) return 'Saving…';
  if (report.value?.readOnly) return report.value.readOnly;
  if (conflict.value) return 'Decide first which changes to keep.';
  return isUnsaved.value ? null : 'Everything is saved.';
}

/** Saves what was merged by hand of the text and the file in conflict with it. */
export async function saveMerged(file: { text: string; hash: string }): Promise<void> {
  batch(() => {
    base.value = file.hash;
    savedText.value = asDocument(file.text);
    conflict.value = null;
  });
  if (isUnsaved.value) await save();
}

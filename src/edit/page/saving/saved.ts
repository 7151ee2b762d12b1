import { Text } from '@codemirror/state';
import { computed, effect, signal } from '@preact/signals';
import type { DeskReport } from '../../protocol.ts';
import { documentNow } from '../source/document.ts';
import { report, saveState } from '../state.ts';
import { isGone } from './gone.ts';

/** The hash of the file as the page knows it, and its text. */
export const base = signal('');
export const savedText = signal(Text.empty);

/** Whether the file is gone: saving writes it anew. */
export const isDeleted = signal(false);

/** Whether the text has words that the file had not. */
export const isEdited = computed(() => !documentNow.value.eq(savedText.value));

export const isUnsaved = computed(() => isDeleted.value || isEdited.value);

export const isSaving = signal(false);

/** The file as somebody else has written it, while the page has words that were not saved. */
export const conflict = signal<{ text: string; hash: string } | null>(null);

/** Text that was not saved, until the editor has decided about it. */
export const recovered = signal<DeskReport['recovered']>(null);

export const canEdit = computed(
  () => report.value !== null && report.value.readOnly === null && recovered.value === null,
);

/** Keeps the state that all panes see. */
export function watchSaveState(): () => void {
  return effect(() => {
    if (isGone.value) saveState.value = 'gone';
    else if (conflict.value) saveState.value = 'conflict';
    else if (isSaving.value) saveState.value = 'saving';
    else if (report.value?.readOnly) saveState.value = 'read-only';
    else saveState.value = isUnsaved.value ? 'unsaved' : 'saved';
  });
}

import { effect } from '@preact/signals';
import { api, RequestFailed, ServerGone } from '../api.ts';
import { documentNow } from '../source/document.ts';
import { said } from '../state.ts';
import { isGone } from './gone.ts';
import { forget, keepHere } from './keep-here.ts';
import { base, canEdit, isUnsaved, savedText } from './saved.ts';

/** How long after a key unsaved text is kept, in milliseconds. */
const PAUSE = 1000;
/** Bytes that a browser sends for a page that is closed; it refuses more. */
const MOST_AFTER_CLOSING = 64_000;

/** Keeps unsaved text for a desk that ends before it is saved. */
export function keepUnsaved(): () => void {
  let timer: number | undefined;
  let isKept = false;
  const stop = effect(() => {
    // Read here, since this is what starts it again.
    const isChanged = documentNow.value !== savedText.value && isUnsaved.value;
    clearTimeout(timer);
    if (!canEdit.value || !(isChanged || isKept)) return;
    isKept = isChanged;
    timer = setTimeout(() => void keepNow(false), PAUSE);
  });
  const onHide = (): void => {
    if (canEdit.value && isUnsaved.value) void keepNow(true);
  };
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isUnsaved.value) event.preventDefault();
  };
  window.addEventListener('pagehide', onHide);
  window.addEventListener('beforeunload', onUnload);
  return () => {
    stop();
    clearTimeout(timer);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('beforeunload', onUnload);
  };
}

/** Text that is the file's again replaces what was kept before. */
export async function keepNow(isClosing: boolean): Promise<void> {
  const text = documentNow.value.toString();
  const kept = { text, base: base.value };
  if (isClosing || isGone.value) keepHere({ ...kept, savedAt: new Date().toISOString() });
  if (!isUnsaved.value) forget();
  try {
    await api.keep(kept, isClosing && new Blob([text]).size < MOST_AFTER_CLOSING);
  } catch (error) {
    if (error instanceof ServerGone) isGone.value = !isClosing;
    else if (error instanceof RequestFailed) said.value = `Not kept: ${error.message}`;
    else throw error;
  }
}

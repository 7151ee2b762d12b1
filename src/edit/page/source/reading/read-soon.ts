import type { EditorView } from '@codemirror/view';
import { api, RequestFailed, ServerGone } from '../../api.ts';
import { isGone } from '../../saving/gone.ts';
import { said } from '../../state.ts';
import { diagnosticsOf } from '../marks/findings.ts';
import { readEffect } from '../marks/read.ts';
import { setDiagnostics } from '@codemirror/lint';
import type { DeskReading } from '../../../protocol.ts';
import { showReading } from './settle.ts';

/** How long after a key the text is read at least, in milliseconds. */
const SHORTEST_PAUSE = 250;

/** As long as the last reading took: the server reads one text at a time, wanted or not. */
let usualPause = SHORTEST_PAUSE;

let timer: number | undefined;
let reading = new AbortController();

/** Reads the text after a pause, or at once, and stops reading what it was before. */
export function readSoon(view: EditorView, pause = usualPause): void {
  clearTimeout(timer);
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  timer = setTimeout(() => void readNow(view, signal), pause);
}

/** Shows what was read of the text as it is now. */
export function showIn(view: EditorView, read: DeskReading): void {
  showReading(read);
  const { effects = [] } = setDiagnostics(view.state, diagnosticsOf(read, view.state.doc.length));
  view.dispatch({ effects: [readEffect.of(read), effects].flat() });
}

async function readNow(view: EditorView, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  try {
    const read = await api.read(view.state.doc.toString(), signal);
    usualPause = Math.max(SHORTEST_PAUSE, performance.now() - start);
    if (!signal.aborted) showIn(view, read);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof ServerGone) isGone.value = true;
    else if (error instanceof RequestFailed) said.value = error.message;
    else throw error;
  }
}

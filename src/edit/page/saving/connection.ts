import { effect } from '@preact/signals';
import { api, RequestFailed, ServerGone } from '../api.ts';
import type { DeskEvent } from '../../protocol.ts';
import { facts, report, said } from '../state.ts';
import { fileChanged, fileDeleted, fileTold } from './file-changed.ts';
import { isGone } from './gone.ts';

/** Milliseconds. The server gives a sign of life every ten seconds. */
const SILENCE = 25_000;
const [SHORTEST_PAUSE, LONGEST_PAUSE] = [1000, 30_000];

let source: EventSource | null = null;
let silence: number | undefined;
let retry: number | undefined;
let pause = SHORTEST_PAUSE;

/** Listens to the server, and tries again with growing pauses when it is gone. */
export function listenToServer(): () => void {
  connect();
  const stop = effect(() => {
    if (isGone.value) tryLater();
  });
  return () => {
    stop();
    close();
    clearTimeout(retry);
  };
}

/** Asks whether the server is back. */
export function connect(): void {
  close();
  clearTimeout(retry);
  source = new EventSource('/api/events');
  source.onopen = () => void back();
  source.onmessage = ({ data }) => {
    listenForSilence();
    receive(JSON.parse(String(data)) as DeskEvent);
  };
  source.onerror = lost;
  listenForSilence();
}

function close(): void {
  source?.close();
  clearTimeout(silence);
}

function listenForSilence(): void {
  clearTimeout(silence);
  silence = setTimeout(lost, SILENCE);
}

function lost(): void {
  close();
  if (isGone.value) tryLater();
  else isGone.value = true;
}

function tryLater(): void {
  clearTimeout(retry);
  retry = setTimeout(connect, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

/** Goes on, if it is the same report that the server has now. */
async function back(): Promise<void> {
  if (!isGone.value) return;
  try {
    const now = await api.report();
    if (now.path !== report.value?.path) {
      said.value = `Another report is open at this address: ${now.path}.`;
      lost();
      return;
    }
    pause = SHORTEST_PAUSE;
    isGone.value = false;
    said.value = 'devreport answers again.';
    fileChanged(now);
    facts.value = await api.facts();
  } catch (error) {
    if (!(error instanceof RequestFailed || error instanceof ServerGone)) throw error;
    lost();
  }
}

function receive(event: DeskEvent): void {
  if (event.type === 'facts') void refreshFacts();
  else if (event.type === 'file') {
    if (event.text === null) fileDeleted();
    else void fileTold(event.hash);
  }
}

async function refreshFacts(): Promise<void> {
  try {
    facts.value = await api.facts();
  } catch (error) {
    if (!(error instanceof RequestFailed || error instanceof ServerGone)) throw error;
    said.value = error.message;
  }
}

import { signal } from '@preact/signals';
import type { NewsAnswer } from '../../protocol.ts';
import { act } from '../act.ts';
import { api, RequestFailed, ServerGone } from '../api.ts';
import { opened } from '../open.ts';
import { said } from '../state.ts';
import { textPane } from '../text.ts';

/** What a rerun would change; null before it was asked. */
export const news = signal<NewsAnswer | null>(null);

/** Whether the source is being asked. */
export const isAsking = signal(false);

/** The changes that were left for now. */
export const left = signal<ReadonlySet<string>>(new Set());

/** Asks the source again, and shows what is new. */
export async function refresh(): Promise<void> {
  opened.value = 'news';
  if (isAsking.value) return;
  isAsking.value = true;
  left.value = new Set();
  try {
    news.value = await api.refresh(textPane().text());
  } catch (error) {
    news.value = { changes: [], problem: messageOf(error) };
  } finally {
    isAsking.value = false;
  }
}

/** The changes that are being carried out: their rows are gone at once, so that nobody waits for the next one. */
export const decided = signal<ReadonlySet<string>>(new Set());

let lastDecision = Promise.resolve();
let undecided = 0;

/** Takes changes into the text. */
export function accept(changes: readonly string[]): Promise<void> {
  return decide(changes, 'accept');
}

/** Leaves a change for good: the report remembers it. */
export function dismiss(change: string): Promise<void> {
  return decide([change], 'dismiss');
}

/** One decision after the other: each is about the text that the one before has left. */
function decide(changes: readonly string[], what: 'accept' | 'dismiss'): Promise<void> {
  decided.value = new Set([...decided.value, ...changes]);
  undecided += 1;
  const carryOut = async (): Promise<void> => {
    try {
      await act({ do: what, changes: [...changes] });
    } finally {
      undecided -= 1;
    }
    if (undecided === 0) await compareAgain();
    // What could not be carried out is shown again.
    if (undecided === 0) decided.value = new Set();
  };
  // Also behind one that ended with an error.
  lastDecision = lastDecision.then(carryOut, carryOut);
  return lastDecision;
}

/** Leaves a change until the next refresh. */
export function leave(change: string): void {
  left.value = new Set(left.value).add(change);
  said.value = 'Left as it is.';
}

/** What is new besides what the text has by now. */
async function compareAgain(): Promise<void> {
  try {
    news.value = await api.news(textPane().text());
  } catch (error) {
    said.value = messageOf(error);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof RequestFailed || error instanceof ServerGone) return error.message;
  throw error;
}

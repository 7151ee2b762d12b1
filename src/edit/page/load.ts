import { signal } from '@preact/signals';
import { api, RequestFailed, ServerGone } from './api.ts';
import type { DeskFacts } from '../protocol.ts';
import { facts, report } from './state.ts';

const noFacts: DeskFacts = {
  ...{ items: [], people: [], repositories: [], missing: [] },
  ...{ complete: false, source: '', collectedAt: null, problem: null },
};

/** Why the report could not be loaded; null while it is, and after. */
export const loadProblem = signal<string | null>(null);

/** Loads the report, and then the facts, which may take as long as the source. */
export async function load(): Promise<void> {
  loadProblem.value = null;
  try {
    const loaded = await api.report();
    report.value = loaded;
    document.title = `${loaded.path} – devreport`;
  } catch (error) {
    loadProblem.value = wordsOf(error);
    return;
  }
  try {
    facts.value = await api.facts();
  } catch (error) {
    facts.value = { ...noFacts, problem: wordsOf(error) };
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof RequestFailed) return [error.message, error.hint ?? ''].join('\n').trim();
  if (error instanceof ServerGone) return error.message;
  throw error;
}

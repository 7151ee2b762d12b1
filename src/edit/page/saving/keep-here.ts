import type { DeskReport } from '../../protocol.ts';
import { report } from '../state.ts';

/*
 * The browser keeps unsaved text as well, for when the server is gone. It does so per address, so that it
 * is of use only while the port stays the same.
 */

type Kept = NonNullable<DeskReport['recovered']>;

export function keepHere(kept: Kept): void {
  try {
    localStorage.setItem(key(), JSON.stringify(kept));
  } catch (error) {
    // Full, or not allowed: the server has the text, unless it is gone.
    if (!(error instanceof DOMException)) throw error;
  }
}

export function keptHere(): Kept | null {
  const text = localStorage.getItem(key());
  return text === null ? null : (JSON.parse(text) as Kept);
}

export function forget(): void {
  localStorage.removeItem(key());
}

function key(): string {
  return `unsaved ${report.value?.path ?? ''}`;
}

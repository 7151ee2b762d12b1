import { compareTexts } from '../../../period/instant.ts';
import type { Issue } from '../../../snapshot/schema.ts';
import type { ItemEvent } from '../facts/timeline-entries.ts';

/** What an item was when the period ended. */
export interface StateAtEnd {
  title: string;
  labels: string[];
  /** Regardless of merging. */
  isOpen: boolean;
  /** Null when open. */
  closedAt: string | null;
  /** Null when open, or when GitHub has no reason. */
  stateReason: StateReason;
}

interface StateToday {
  title: string;
  labels: readonly { name: string }[];
  closedAt: string | null;
  stateReason: StateReason;
}

type StateReason = Issue['stateReason'];

/**
 * GitHub has title, labels and state as they are today. The events since the period's start lead
 * back to its end. A closing without an event (of an import) is known by its date alone.
 */
export function stateAtEnd(
  today: StateToday,
  events: readonly ItemEvent[],
  end: string,
): StateAtEnd {
  const ordered = [...events].sort((a, b) => compareTexts(a.at, b.at));
  const later = ordered.filter(({ at }) => at >= end);
  const titles = later.flatMap((entry) => (entry.event === 'renamed' ? entry.previousTitle : []));
  const labels = new Set(today.labels.map(({ name }) => name));
  for (const entry of later.toReversed()) {
    if (entry.event === 'labeled') labels.delete(entry.label);
    if (entry.event === 'unlabeled') labels.add(entry.label);
  }
  const closing = lastClosing(today, ordered, end);
  return {
    title: titles[0] ?? today.title,
    labels: [...labels],
    isOpen: closing === null,
    closedAt: closing?.at ?? null,
    stateReason: closing?.reason ?? null,
  };
}

/** Whether a pull request was a draft: the first change after the end tells what it was before. */
export function draftAtEnd(isDraft: boolean, events: readonly ItemEvent[], end: string): boolean {
  const later = events
    .filter(({ event, at }) => at >= end && (event === 'drafted' || event === 'readied'))
    .sort((a, b) => compareTexts(a.at, b.at));
  return later[0] === undefined ? isDraft : later[0].event === 'readied';
}

/** What had closed the item when the period ended; null when it was open. */
function lastClosing(
  { closedAt, stateReason }: StateToday,
  events: readonly ItemEvent[],
  end: string,
): { at: string; reason: StateReason } | null {
  const turns = events.filter((entry) => entry.event === 'closed' || entry.event === 'reopened');
  const last = turns.findLast(({ at }) => at < end);
  const reasonToday = turns.every(({ at }) => at < end) ? stateReason : null;
  if (last !== undefined) {
    if (last.event === 'reopened') return null;
    // Events of old closings have no reason, and GitHub may call a duplicate not planned there.
    const isVague = last.reason === null || reasonToday === 'duplicate';
    return { at: last.at, reason: isVague ? reasonToday : last.reason };
  }
  // Without an earlier event, today's state was already the state then.
  return closedAt !== null && closedAt < end ? { at: closedAt, reason: reasonToday } : null;
}

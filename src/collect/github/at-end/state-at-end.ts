import { compareTexts } from '../../../period/instant.ts';
import type { ItemEvent } from '../facts/timeline-entries.ts';

/** What an item was when the period ended. */
export interface StateAtEnd {
  title: string;
  labels: string[];
  /** Regardless of merging. */
  isOpen: boolean;
  /** Null when open. */
  closedAt: string | null;
}

interface StateToday {
  title: string;
  labels: readonly { name: string }[];
  closedAt: string | null;
}

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
  const closedAt = closedAtEnd(today.closedAt, ordered, end);
  return {
    title: titles[0] ?? today.title,
    labels: [...labels],
    isOpen: closedAt === null,
    closedAt,
  };
}

function closedAtEnd(
  closedAt: string | null,
  events: readonly ItemEvent[],
  end: string,
): string | null {
  const turns = events.filter(({ event }) => event === 'closed' || event === 'reopened');
  const last = turns.findLast(({ at }) => at < end);
  if (last !== undefined) return last.event === 'closed' ? last.at : null;
  // Without an earlier event, today's state was already the state then.
  return closedAt !== null && closedAt < end ? closedAt : null;
}

import { compareTexts } from '../../../period/instant.ts';
import type { Change } from '../facts/timeline-entries.ts';

/** What an item was when the period ended. */
export interface Then {
  title: string;
  labels: string[];
  /** Merging aside. */
  isOpen: boolean;
  /** Null when open. */
  closedAt: string | null;
}

interface Today {
  title: string;
  labels: readonly { name: string }[];
  closedAt: string | null;
}

/**
 * GitHub tells title, labels and state as they are today; the changes since the period's start lead
 * back to its end. A closing that left no event (an import) is known by its date alone.
 */
export function asOfEnd(today: Today, changes: readonly Change[], end: string): Then {
  const ordered = [...changes].sort((a, b) => compareTexts(a.at, b.at));
  const later = ordered.filter(({ at }) => at >= end);
  const titles = later.flatMap((change) => (change.is === 'renamed' ? change.previousTitle : []));
  const labels = new Set(today.labels.map(({ name }) => name));
  for (const change of later.toReversed()) {
    if (change.is === 'labeled') labels.delete(change.label);
    if (change.is === 'unlabeled') labels.add(change.label);
  }
  const closedAt = closedThen(today.closedAt, ordered, end);
  return {
    title: titles[0] ?? today.title,
    labels: [...labels],
    isOpen: closedAt === null,
    closedAt,
  };
}

function closedThen(
  closedAt: string | null,
  changes: readonly Change[],
  end: string,
): string | null {
  const turns = changes.filter(({ is }) => is === 'closed' || is === 'reopened');
  const last = turns.findLast(({ at }) => at < end);
  if (last !== undefined) return last.is === 'closed' ? last.at : null;
  // Nothing is known to have happened before the end: today's state is the state then.
  return closedAt !== null && closedAt < end ? closedAt : null;
}

import type { DraftEntry } from '../../report/draft/draft.ts';
import type { UntouchedEntry } from './edited-report.ts';

/**
 * The fresh entries that replace nothing, because a section of the draft has more entries of their
 * subject (in a list, and in a list of thanks) than are untouched in the file: those least like them.
 *
 * @param entries without those that the file has word for word
 */
export function spareEntries(
  entries: readonly DraftEntry[],
  untouched: readonly UntouchedEntry[],
): Set<DraftEntry> {
  const bySubject = groupBy(untouched, ({ items: [subject = ''] }) => subject);
  const withItem = (item: string) => untouched.filter(({ items }) => items.includes(item));
  const groups = groupBy(entries, ({ items: [subject = ''], section }) => `${subject} ${section}`);
  const spare = new Set<DraftEntry>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const subject = group[0]?.items[0] ?? '';
    const left = bySubject.get(subject) ?? withItem(subject);
    if (left.length === 0 || left.length >= group.length) continue;
    const replacing = mostLike(group, left);
    for (const entry of group) if (!replacing.has(entry)) spare.add(entry);
  }
  return spare;
}

function groupBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), group);
    group.push(one);
  }
  return groups;
}

/** As many fresh entries as there are untouched ones, the most alike first. */
function mostLike(
  entries: readonly DraftEntry[],
  untouched: readonly UntouchedEntry[],
): Set<DraftEntry> {
  const words = new Map([...entries, ...untouched].map((one) => [one, wordsIn(one)]));
  const pairs = entries
    .flatMap((entry) => untouched.map((one) => ({ entry, one })))
    .map((two) => ({ ...two, likeness: likeness(words.get(two.entry), words.get(two.one)) }))
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<DraftEntry | UntouchedEntry>();
  for (const { entry, one } of pairs)
    if (!taken.has(entry) && !taken.has(one)) taken.add(entry).add(one);
  return new Set(entries.filter((entry) => taken.has(entry)));
}

function wordsIn({ bullet: { content } }: DraftEntry | UntouchedEntry): Set<string> {
  return new Set(content.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(one = new Set<string>(), other = new Set<string>()): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return (2 * shared) / Math.max(1, one.size + other.size);
}

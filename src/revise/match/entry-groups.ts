import type { DraftEntry } from '../../report/draft/draft.ts';
import type { UntouchedEntry } from './edited-report.ts';

/** Fresh entries and untouched ones that share items, directly or through others. */
export interface EntryGroup {
  entries: DraftEntry[];
  untouched: UntouchedEntry[];
}

/** A fresh entry, and what it joins into one group. */
interface Join {
  entry: DraftEntry;
  shared: readonly UntouchedEntry[];
  /** The groups before it, by their last joins. */
  joined: Join[];
  /** The join that it became part of; null for the last one of a group. */
  into: Join | null;
}

/** Groups fresh entries by the untouched ones that they share. */
export function groupEntries(
  entries: readonly DraftEntry[],
  sharing: (entry: DraftEntry) => readonly UntouchedEntry[],
): EntryGroup[] {
  const joinOf = new Map<UntouchedEntry, Join>();
  const last = new Set<Join>();
  for (const entry of entries) {
    const shared = sharing(entry);
    const known = shared.flatMap((one) => joinOf.get(one) ?? []);
    const joined = new Set(known.map(lastJoin));
    const join: Join = { entry, shared, joined: [...joined], into: null };
    for (const other of joined) {
      other.into = join;
      last.delete(other);
    }
    for (const one of shared) joinOf.set(one, join);
    last.add(join);
  }
  return [...last].map(groupOf);
}

function lastJoin(join: Join): Join {
  let last = join;
  while (last.into) last = last.into;
  // The next way there is short.
  for (let at: Join | null = join; at !== null && at !== last;) {
    const next: Join | null = at.into;
    at.into = last;
    at = next;
  }
  return last;
}

/** The joins of a group in their order: those that one joins come before it. */
function groupOf(last: Join): EntryGroup {
  const entries: DraftEntry[] = [];
  const untouched = new Set<UntouchedEntry>();
  const open = [{ join: last, next: 0 }];
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const { join } = at;
    const before = join.joined[at.next];
    at.next += 1;
    if (before) {
      open.push({ join: before, next: 0 });
      continue;
    }
    open.pop();
    entries.push(join.entry);
    for (const one of join.shared) untouched.add(one);
  }
  return { entries, untouched: [...untouched] };
}

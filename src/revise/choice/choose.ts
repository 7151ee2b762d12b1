import type { Decisions } from '../decide.ts';
import type { UntouchedEntry } from '../match/edited-report.ts';
import { entryChanges } from './entry-changes.ts';
import type { EntryChange, Fate, FateOf } from './planned-change.ts';

/** Decisions of which some are left for a later run, or dismissed. */
export interface ChosenDecisions {
  all: Decisions;
  /** Those that are carried out. */
  made: Decisions;
  /** With those that are dismissed: to the record it is the same. */
  recorded: Decisions;
  changes: ReadonlyMap<EntryChange, Fate>;
  left: {
    untouched: ReadonlySet<UntouchedEntry>;
    items: ReadonlySet<string>;
  };
  /** The entries of the file that are the editor's from now on. */
  dismissed: ReadonlySet<UntouchedEntry>;
}

export function choose(decisions: Decisions, fateOf: FateOf): ChosenDecisions {
  const changes = new Map(entryChanges(decisions).map((change) => [change, fateOf(change)]));
  const withFate = (...fates: Fate[]) =>
    [...changes].filter(([, fate]) => fates.includes(fate)).map(([change]) => change);
  const [left, dismissed] = [withFate('left'), withFate('dismissed')];
  return {
    all: decisions,
    made:
      left.length + dismissed.length > 0 ? without(decisions, [...left, ...dismissed]) : decisions,
    recorded: left.length > 0 ? without(decisions, left) : decisions,
    changes,
    left: {
      untouched: new Set(left.flatMap(untouchedIn)),
      items: new Set(left.flatMap(({ items }) => items)),
    },
    dismissed: new Set(dismissed.flatMap(untouchedIn)),
  };
}

export function untouchedIn({ replaced, removed }: EntryChange): UntouchedEntry[] {
  return [...replaced.map(([untouched]) => untouched), ...removed];
}

function without(decisions: Decisions, changes: readonly EntryChange[]): Decisions {
  const untouched = new Set(changes.flatMap(untouchedIn));
  const added = new Set(changes.flatMap((change) => change.added));
  return {
    ...decisions,
    replaced: new Map([...decisions.replaced].filter(([one]) => !untouched.has(one))),
    removed: decisions.removed.filter((one) => !untouched.has(one)),
    added: new Set([...decisions.added].filter((one) => !added.has(one))),
  };
}

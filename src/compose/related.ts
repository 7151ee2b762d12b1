import { findReverts, type RevertedBy, type Reverting, revertsOf } from '../categorise/reverts.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';
import { dateInWords } from '../period/date-in-words.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { PullRequest, Reference, Snapshot } from '../snapshot/schema.ts';
import { itemName, type Naming } from './refs.ts';
import type { Related } from './view/entry-schema.ts';
import type { Previously } from './view/previously.ts';

/** Finds what pull requests and commits take back or bring to another branch. */
export class Relations {
  readonly #revertedBy: RevertedBy;
  readonly #merged: ReadonlySet<string>;
  readonly #locale: string;
  readonly #naming: Naming;
  readonly #reportedOn: Previously['reportedOn'];

  /** @param locale of dates */
  constructor(
    snapshot: Snapshot,
    naming: Naming,
    reportedOn: Previously['reportedOn'],
    locale: string,
  ) {
    this.#locale = locale;
    this.#revertedBy = findReverts(snapshot);
    const merged = mergedInside(snapshot.pullRequests, snapshot.period);
    this.#merged = new Set(merged.map(itemKey));
    this.#naming = naming;
    this.#reportedOn = reportedOn;
  }

  /** What the change takes back. */
  reverts(change: Reverting): Related[] {
    return this.#targets(revertsOf(change));
  }

  /** What the pull request brings to another branch. */
  backports({ references }: PullRequest): Related[] {
    return this.#targets(references.filter(({ relation }) => relation === 'backports'));
  }

  /** What takes the pull request back inside the period. */
  revertedBy(pull: PullRequest): Related[] {
    return (this.#revertedBy.get(itemKey(pull)) ?? []).map((change) =>
      'number' in change
        ? this.#related(change, null)
        : {
            id: `${change.repository}@${change.hash}`,
            label: `commit ${shortHash(change)}`,
            reportedOn: null,
          },
    );
  }

  #targets(references: readonly Reference[]): Related[] {
    return references.map((target) => {
      const date = this.#merged.has(itemKey(target)) ? null : this.#reportedOn(itemKey(target));
      return this.#related(target, date === null ? null : dateInWords(date, this.#locale));
    });
  }

  #related(item: ItemId, reportedOn: string | null): Related {
    const id = `${item.repository}#${String(item.number)}`;
    return { id, label: itemName(item, this.#naming), reportedOn };
  }
}

/** Git's usual seven digits. */
export function shortHash({ hash }: { hash: string }): string {
  return hash.slice(0, 7);
}

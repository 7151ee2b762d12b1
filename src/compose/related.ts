import { findReverts, type RevertedBy, type Reverting, revertsOf } from '../categorise/reverts.ts';
import { type ItemId, itemKey } from '../item/item-id.ts';
import type { Config } from '../config/schema/schema.ts';
import { dateInWords } from '../period/date-in-words.ts';
import { fillWords } from '../placeholder/fill-words.ts';
import { mergedInside } from '../snapshot/merged-inside.ts';
import type { PullRequest, Reference, Snapshot } from '../snapshot/schema.ts';
import { itemName, type Naming } from './refs.ts';
import type { Related } from './view/entry-schema.ts';
import type { Previously } from './view/previously.ts';

/** The language of a report, and its standing sentences. */
type Words = Pick<Config, 'locale' | 'sentences'>;

/** Finds what pull requests and commits take back or bring to another branch. */
export class Relations {
  readonly #revertedBy: RevertedBy;
  readonly #merged: ReadonlySet<string>;
  readonly #config: Words;
  readonly #naming: Naming;
  readonly #reportedOn: Previously['reportedOn'];

  constructor(
    snapshot: Snapshot,
    naming: Naming,
    reportedOn: Previously['reportedOn'],
    config: Words,
  ) {
    this.#config = config;
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
        ? this.#relatedItem(change, null)
        : this.#related(`${change.repository}@${change.hash}`, `commit ${shortHash(change)}`, null),
    );
  }

  #targets(references: readonly Reference[]): Related[] {
    return references.map((target) => {
      const date = this.#merged.has(itemKey(target)) ? null : this.#reportedOn(itemKey(target));
      return this.#relatedItem(
        target,
        date === null ? null : dateInWords(date, this.#config.locale),
      );
    });
  }

  #relatedItem(item: ItemId, reportedOn: string | null): Related {
    const id = `${item.repository}#${String(item.number)}`;
    return this.#related(id, itemName(item, this.#naming), reportedOn);
  }

  #related(id: string, label: string, reportedOn: string | null): Related {
    const { locale, sentences } = this.#config;
    const values = { item: label, date: reportedOn ?? '' };
    const words = reportedOn === null ? label : fillWords(sentences.reported, values, locale);
    return { id, label, words, reportedOn };
  }
}

/** Git's usual seven digits. */
export function shortHash({ hash }: { hash: string }): string {
  return hash.slice(0, 7);
}

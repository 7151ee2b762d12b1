import { categorise } from '../../categorise/categorise.ts';
import type { Config } from '../../config/schema/schema.ts';
import { isMergedInside } from '../../snapshot/merged-inside.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../../snapshot/schema.ts';

/** The snapshot of a report's period, for looking up the items that the report cites. */
export class Facts {
  readonly snapshot: Snapshot;
  readonly config: Config;
  readonly #pulls: ReadonlyMap<string, PullRequest>;
  readonly #issues: ReadonlyMap<string, Issue>;

  constructor(snapshot: Snapshot, config: Config) {
    this.snapshot = snapshot;
    this.config = config;
    this.#pulls = new Map(snapshot.pullRequests.map((pull) => [itemKey(pull), pull]));
    this.#issues = new Map(snapshot.issues.map((issue) => [itemKey(issue), issue]));
  }

  pull(id: ItemId): PullRequest | undefined {
    return this.#pulls.get(itemKey(id));
  }

  item(id: ItemId): PullRequest | Issue | undefined {
    return this.pull(id) ?? this.#issues.get(itemKey(id));
  }

  kindOf(id: ItemId): 'pull' | 'issue' | null {
    if (this.pull(id)) return 'pull';
    return this.item(id) ? 'issue' : null;
  }

  isMerged(pull: PullRequest): boolean {
    return isMergedInside(pull, this.snapshot.period);
  }

  /** Whether the facts have every pull request of the repository that was merged in the period. */
  knowsAllOf(repository: string): boolean {
    const name = repository.toLowerCase();
    return (
      this.snapshot.complete &&
      this.snapshot.repositories.some((covered) => covered.toLowerCase() === name)
    );
  }

  /** The merged pull requests that the config does not exclude, in the order of merging. */
  merged(): PullRequest[] {
    return categorise(this.snapshot, this.config).merged.map(({ pull }) => pull);
  }
}

import type { Repository } from './survey/repository.ts';
import type { Run } from './run.ts';

/** The repositories of a run, by any name they go by. */
export class Names {
  readonly #canonical = new Map<string, string>();
  /** Each once, in the order asked for. */
  readonly repositories: Repository[] = [];

  /** Notes which of them have been renamed. */
  constructor(run: Run, asked: readonly string[], surveyed: ReadonlyMap<string, Repository>) {
    for (const name of asked) {
      const repository = surveyed.get(name);
      if (repository === undefined) continue;
      const { nameWithOwner } = repository;
      if (name.toLowerCase() !== nameWithOwner.toLowerCase()) {
        run.note('repository-renamed', `${name} is now called ${nameWithOwner}.`, nameWithOwner);
      }
      if (!this.has(nameWithOwner)) this.repositories.push(repository);
      this.#canonical.set(name.toLowerCase(), nameWithOwner);
      this.#canonical.set(nameWithOwner.toLowerCase(), nameWithOwner);
    }
  }

  has(repository: string): boolean {
    return this.#canonical.has(repository.toLowerCase());
  }

  /** As GitHub has it now; names of other repositories stay as they are. */
  canonical(repository: string): string {
    return this.#canonical.get(repository.toLowerCase()) ?? repository;
  }
}

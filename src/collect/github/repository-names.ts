import type { ItemId } from '../../item/item-id.ts';
import type { Run } from './run.ts';
import type { SurveyedRepository } from './survey/survey-repository.ts';

/** The repositories of a run, by each of their names. */
export class RepositoryNames {
  readonly #canonical = new Map<string, string>();
  /** Each once, in the order asked for. */
  readonly repositories: SurveyedRepository[] = [];

  /** Warns of those that were renamed. */
  constructor(
    run: Run,
    asked: readonly string[],
    surveyed: ReadonlyMap<string, SurveyedRepository>,
  ) {
    for (const name of asked) {
      const repository = surveyed.get(name);
      if (repository === undefined) continue;
      const { nameWithOwner } = repository;
      if (name.toLowerCase() !== nameWithOwner.toLowerCase()) {
        run.warn('repository-renamed', `${name} was renamed to ${nameWithOwner}.`, nameWithOwner);
      }
      if (!this.has(nameWithOwner)) this.repositories.push(repository);
      this.#canonical.set(name.toLowerCase(), nameWithOwner);
      this.#canonical.set(nameWithOwner.toLowerCase(), nameWithOwner);
    }
  }

  has(repository: string): boolean {
    return this.#canonical.has(repository.toLowerCase());
  }

  /** The name that GitHub has now. Names of other repositories stay as they are. */
  canonical(repository: string): string {
    return this.#canonical.get(repository.toLowerCase()) ?? repository;
  }

  /** By repository, then by number, so that the same facts make the same snapshot. */
  inOrder<T extends ItemId>(items: readonly T[]): T[] {
    const positions = new Map(
      this.repositories.map(({ nameWithOwner }, index) => [nameWithOwner, index]),
    );
    const position = ({ repository }: T) => positions.get(repository) ?? Infinity;
    return items.toSorted((a, b) => position(a) - position(b) || a.number - b.number);
  }
}

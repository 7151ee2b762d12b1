import type { ItemId } from '../../item/item-id.ts';
import type { ItemLabel } from '../../item/item-label.ts';
import type { CheckableReport } from './checkable-report.ts';
import type { Context } from '../rule.ts';

/** The item that a label names; null when it is not clear of which repository. */
export function itemNamed(
  { owner, name, number }: ItemLabel,
  { links }: CheckableReport,
  { repository: own }: Context,
): ItemId | null {
  if (owner !== null && name !== null) return { repository: `${owner}/${name}`, number };
  const cited = [...(own === null ? [] : [own]), ...links.map(({ item }) => item.repository)];
  const candidates = new Map(
    cited
      .filter((repository) => name === null || nameOf(repository) === name.toLowerCase())
      .map((repository) => [repository.toLowerCase(), repository]),
  );
  const [only] = candidates.values();
  // A bare number is of the report's own repository, whatever others it cites.
  const repository = name === null && own !== null ? own : candidates.size === 1 ? only : undefined;
  return repository === undefined ? null : { repository, number };
}

function nameOf(repository: string): string | undefined {
  return repository.toLowerCase().split('/')[1];
}

import type { Reference } from '../../../snapshot/schema.ts';
import type { FullIssue } from '../lists/full-items.ts';

/** The present name of a repository, from any spelling or former name. */
export type CanonicalName = (repository: string) => string;

/** Each target once, as the first reference has it. Any other relation counts more than mentioning. */
export function referencesOf(
  item: Pick<FullIssue, 'repository' | 'number'>,
  found: readonly Reference[],
  canonical: CanonicalName,
): Reference[] {
  const key = ({ repository, number }: { repository: string; number: number }) =>
    `${canonical(repository).toLowerCase()}#${number}`;
  const unique = new Map<string, Reference>();
  const ranked = [
    ...found.filter(({ relation }) => relation !== 'closes' && relation !== 'mentions'),
    ...found.filter(({ relation }) => relation === 'closes'),
    ...found.filter(({ relation }) => relation === 'mentions'),
  ];
  for (const reference of ranked) {
    if (key(reference) === key(item) || unique.has(key(reference))) continue;
    unique.set(key(reference), { ...reference, repository: canonical(reference.repository) });
  }
  return [...unique.values()];
}

import { refId } from './branch.ts';
import { oidOf, commitOf } from './commit.ts';
import type { Repository } from './repository.ts';

/** The repository's releases, in the order of creation. */
export function releasesOf(repository: Repository) {
  const { releases, url } = repository;
  return releases
    .map((input, index) => {
      const { tagName, name = null, createdAt, publishedAt = createdAt } = input;
      return {
        __typename: 'Release',
        id: `RE_kwDO${repository.key}_${index}`,
        ...{ tagName, name, createdAt, publishedAt },
        isDraft: publishedAt === null,
        url: `${url}/releases/tag/${tagName}`,
      };
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}

/** The repository's tags, in the order of their commits. */
export function tagsOf(repository: Repository) {
  return repository.tags
    .toSorted((a, b) => Date.parse(a.committedDate) - Date.parse(b.committedDate))
    .map(({ name, committedDate, taggedAt }) => {
      const commit = commitOf(repository, { committedDate }, oidOf(`tagged ${name}`));
      const tagger = { ...commit.author, date: taggedAt };
      const tag = { __typename: 'Tag', name, tagger, target: commit };
      return {
        __typename: 'Ref',
        id: refId(repository, `refs/tags/${name}`),
        name,
        prefix: 'refs/tags/',
        target: taggedAt === undefined ? commit : tag,
      };
    });
}

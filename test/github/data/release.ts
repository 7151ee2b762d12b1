import { refId } from './branch.ts';
import { FixtureError } from '../errors.ts';
import { oidOf, commitOf, type Commit } from './commit.ts';
import { commitNamed } from './history.ts';
import type { ReleaseInput, TagInput } from './input.ts';
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
        tagCommit: taggedCommit(repository, tagOf(repository, input)),
      };
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}

/** The repository's tags, in the order of their commits. */
export function tagsOf(repository: Repository) {
  return repository.tags
    .toSorted((a, b) => Date.parse(a.committedDate) - Date.parse(b.committedDate))
    .map((input) => {
      const { name, taggedAt } = input;
      const commit = taggedCommit(repository, input);
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

/** A commit of its own that only a tag or a release has; null for any other. */
export function commitOfTag(repository: Repository, oid: string): Commit | null {
  const { releases, tags } = repository;
  const tagged = [...tags, ...releases.map((release) => tagOf(repository, release))];
  const own = tagged.find(({ name }) => oid === oidOf(`tagged ${name}`));
  return own ? taggedCommit(repository, own) : null;
}

/** The tag of a release; one of its own, unless the data have it. */
function tagOf({ tags }: Repository, { tagName: name, createdAt }: ReleaseInput): TagInput {
  return tags.find((tag) => tag.name === name) ?? { name, committedDate: createdAt };
}

function taggedCommit(repository: Repository, { name, committedDate, commit }: TagInput): Commit {
  const known = commit === undefined ? null : commitNamed(repository, commit);
  if (commit !== undefined && known === null)
    throw new FixtureError(`The data have no commit ${commit} for the tag ${name}`);
  return known ?? commitOf(repository, { committedDate }, oidOf(`tagged ${name}`));
}

import * as v from 'valibot';
import { contains } from '../../period/period.ts';
import { compareTexts, instantOf } from '../../period/instant.ts';
import type { BareRelease, ReleaseWithCommits } from '../first-containing.ts';
import { readReleaseCommits } from './commits/release-commits.ts';
import { mapped, nullable, object, scalar, schemaOf, type FactValue } from './facts/fact.ts';
import type { List } from './facts/list.ts';
import { dateTime, identifier } from './facts/scalars.ts';
import { pageField } from './lists/page-field.ts';
import { readPages, type PagesRead } from './lists/read-pages.ts';
import { repositoryOwner } from './lists/repository-lists.ts';
import type { Run } from './run.ts';
import type { SurveyedRepository } from './survey/survey-repository.ts';

/** GitHub's longest page. */
const longestPage = 100;
/** How much younger a release or a tag may be than its commit, by whose date GitHub orders them. */
const latestAfterCommit = 90 * 24 * 60 * 60 * 1_000;

/** Of so many commits with a release the history is read: a release every few hours of a week. */
const mostHistories = 50;

/** A name in git, or a title: no limit is documented. */
const name = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, 1_000)),
);

const release = object({
  id: scalar(identifier),
  tagName: scalar(name),
  name: scalar(v.nullable(name)),
  createdAt: scalar(dateTime),
  /** Null when there is no such tag. */
  tagCommit: nullable(object({ oid: scalar(identifier) })),
  /** Null for a draft. */
  publishedAt: scalar(v.nullable(dateTime)),
});

/** Of a tag's target, where that is a commit. */
const taggedCommit = {
  oid: scalar(v.optional(identifier)),
  committedDate: scalar(v.optional(dateTime)),
};

/** Of a tag's commit and, if it is annotated, of itself. */
const tag = mapped(
  object({
    name: scalar(name),
    target: nullable({
      ...object({
        ...taggedCommit,
        tagger: { schema: v.nullish(v.object({ date: v.nullish(dateTime) })) },
        target: { schema: v.optional(schemaOf(taggedCommit)) },
      }),
      selection: `{
        ... on Commit { oid committedDate }
        ... on Tag { tagger { date } target { ... on Commit { oid committedDate } } }
      }`,
    }),
  }),
  ({ name, target }) => {
    const commit = target?.committedDate === undefined ? target?.target : target;
    const committedAt = commit?.committedDate ?? null;
    const oid = commit?.oid ?? null;
    return { name, oid, committedAt, at: target?.tagger?.date ?? committedAt };
  },
);

/** A page of each is enough for most periods that are not long over. */
const releaseList: List<FactValue<typeof release>> = {
  field: 'releases',
  arguments: 'orderBy: { field: CREATED_AT, direction: DESC }',
  first: 5,
  node: release,
  key: ({ id }) => id,
};

const tagList: List<FactValue<typeof tag>> = {
  field: 'refs',
  arguments: 'refPrefix: "refs/tags/", orderBy: { field: TAG_COMMIT_DATE, direction: DESC }',
  first: 5,
  node: tag,
  key: ({ name }) => name,
};

/**
 * The releases that were published inside the period, and tags without a release, in the order of time,
 * each with the commits of the period that it contains.
 */
export async function readReleases(
  run: Run,
  { nameWithOwner: repository, isEmpty }: SurveyedRepository,
): Promise<ReleaseWithCommits[]> {
  if (isEmpty) return [];
  const horizon = instantOf(Date.parse(run.period.start) - latestAfterCommit);
  const [releases, tags] = await Promise.all([
    readAll(run, repository, 'releases', {
      ...releaseList,
      isLast: (page) => page.some(({ createdAt }) => createdAt < horizon),
    }),
    readAll(run, repository, 'tags', {
      ...tagList,
      isLast: (page) => page.some(({ committedAt }) => (committedAt ?? horizon) < horizon),
    }),
  ]);
  const released = releases.nodes.filter(({ publishedAt }) => publishedAt !== null);
  const names = new Set(released.map(({ tagName }) => tagName));
  const found = [
    ...released.map(({ tagName, name, publishedAt, tagCommit }) => {
      return { tag: tagName, name: name === '' ? null : name, publishedAt, oid: tagCommit?.oid };
    }),
    ...tags.nodes
      .filter((tag) => !names.has(tag.name))
      .map(({ name, at, oid }) => ({ tag: name, name: null, publishedAt: at, oid })),
  ];
  const inside = found
    .flatMap(({ publishedAt, oid, ...others }) =>
      publishedAt !== null && contains(run.period, publishedAt)
        ? { release: { repository, ...others, publishedAt }, oid: oid ?? null }
        : [],
    )
    .sort((a, b) => compareTexts(a.release.publishedAt, b.release.publishedAt));
  // What is missing from a list may contain something first.
  return releases.complete && tags.complete
    ? withCommits(run, repository, inside)
    : inside.map(({ release }) => ({ release, commits: null }));
}

/** Reads each commit's history once. Warns when some can't be read, or there are too many. */
async function withCommits(
  run: Run,
  repository: string,
  releases: readonly { release: BareRelease; oid: string | null }[],
): Promise<ReleaseWithCommits[]> {
  const oids = new Set(releases.flatMap(({ oid }) => oid ?? []));
  const known = new Map(
    await Promise.all(
      [...oids]
        .slice(0, mostHistories)
        .map(async (oid) => [oid, await readReleaseCommits(run, repository, oid)] as const),
    ),
  );
  const read = releases.map(({ release, oid }) => {
    return { release, commits: (oid === null ? null : known.get(oid)) ?? null };
  });
  const unread = read.find(({ commits }) => commits === null);
  if (unread) {
    run.warn(
      'release-contents-unknown',
      `Which pull requests ${unread.release.tag} and later releases contain first is unknown.`,
      repository,
    );
  }
  return read;
}

/** A list of the repository's, the newest first. Warns when it can't be read to its end. */
async function readAll<T>(
  run: Run,
  repository: string,
  what: string,
  list: List<T>,
): Promise<PagesRead<T>> {
  const owner = repositoryOwner(repository, 'History');
  let first = list.first;
  const ask = (after: string | null) => {
    const field = pageField(owner, list, after, first);
    first = longestPage;
    return run.requester.ask(field);
  };
  const read = await readPages(ask, list);
  const { complete, failure } = read;
  if (failure?.kind === 'forbidden') {
    run.warn('list-unknown', `GitHub does not show the ${what}.`, repository);
  } else if (!complete) {
    const reason = failure === undefined ? '' : `: ${failure.brief}`;
    run.warn('list-cut', `The list of ${what} is incomplete${reason}.`, repository);
  }
  return read;
}

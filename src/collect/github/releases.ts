import * as v from 'valibot';
import { contains } from '../../period/period.ts';
import { compareTexts, instantOf } from '../../period/instant.ts';
import { mapped, nullable, object, scalar, type FactValue } from './facts/fact.ts';
import type { List } from './facts/list.ts';
import { dateTime, identifier } from './facts/scalars.ts';
import { pageField } from './lists/page-field.ts';
import { readPages } from './lists/read-pages.ts';
import { repositoryOwner } from './lists/repository-lists.ts';
import type { Run } from './run.ts';
import type { Release } from '../../snapshot/schema.ts';
import type { SurveyedRepository } from './survey/survey-repository.ts';

/** GitHub's longest page. */
const longestPage = 100;
/** How much younger a release or a tag may be than its commit, by whose date GitHub orders them. */
const latestAfterCommit = 90 * 24 * 60 * 60 * 1_000;

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
  /** Null for a draft. */
  publishedAt: scalar(v.nullable(dateTime)),
});

const commitDate = scalar(v.optional(dateTime));

/** Of a tag's commit and, if it is annotated, of itself. */
const tag = mapped(
  object({
    name: scalar(name),
    target: nullable({
      ...object({
        committedDate: commitDate,
        tagger: { schema: v.nullish(v.object({ date: v.nullish(dateTime) })) },
        target: { schema: v.optional(v.object({ committedDate: v.optional(dateTime) })) },
      }),
      selection: `{
        ... on Commit { committedDate }
        ... on Tag { tagger { date } target { ... on Commit { committedDate } } }
      }`,
    }),
  }),
  ({ name, target }) => {
    const committedAt = target?.committedDate ?? target?.target?.committedDate ?? null;
    return { name, committedAt, at: target?.tagger?.date ?? committedAt };
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

/** The releases that were published inside the period, and tags without a release, in the order of time. */
export async function readReleases(
  run: Run,
  { nameWithOwner: repository, isEmpty }: SurveyedRepository,
): Promise<Release[]> {
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
  const released = releases.filter(({ publishedAt }) => publishedAt !== null);
  const names = new Set(released.map(({ tagName }) => tagName));
  const found = [
    ...released.map(({ tagName, name, publishedAt }) => {
      return { tag: tagName, name: name === '' ? null : name, publishedAt };
    }),
    ...tags
      .filter((tag) => !names.has(tag.name))
      .map(({ name, at }) => ({ tag: name, name: null, publishedAt: at })),
  ];
  return found
    .flatMap(({ publishedAt, ...others }) =>
      publishedAt !== null && contains(run.period, publishedAt)
        ? { repository, ...others, publishedAt }
        : [],
    )
    .sort((a, b) => compareTexts(a.publishedAt, b.publishedAt));
}

/** A list of the repository's, the newest first. Warns when it can't be read to its end. */
async function readAll<T>(run: Run, repository: string, what: string, list: List<T>): Promise<T[]> {
  const owner = repositoryOwner(repository, 'History');
  let first = list.first;
  const ask = (after: string | null) => {
    const field = pageField(owner, list, after, first);
    first = longestPage;
    return run.requester.ask(field);
  };
  const { nodes, complete, failure } = await readPages(ask, list);
  if (failure?.kind === 'forbidden') {
    run.warn('list-unknown', `GitHub does not show the ${what}.`, repository);
  } else if (!complete) {
    const reason = failure === undefined ? '' : `: ${failure.brief}`;
    run.warn('list-cut', `The list of ${what} is incomplete${reason}.`, repository);
  }
  return nodes;
}

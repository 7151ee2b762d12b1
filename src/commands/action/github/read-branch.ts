import * as v from 'valibot';
import { SourceError } from '../../../errors.ts';
import type { BranchNames } from '../../../publish/pull-request/decide-branch.ts';
import type { BranchState } from '../../../publish/pull-request/branch-state.ts';
import { blobFragment, maybeBlobSchema, wholeText } from './blob.ts';
import type { GitHubApi } from './github-api.ts';

const fileSchema = v.nullish(v.object({ object: v.nullish(maybeBlobSchema) }));

const pullRequestSchema = v.object({
  id: v.string(),
  number: v.number(),
  url: v.string(),
  state: v.picklist(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: v.boolean(),
  title: v.string(),
  body: v.string(),
  isCrossRepository: v.boolean(),
});

const answerSchema = v.object({
  repository: v.object({
    branch: v.nullable(v.object({ target: v.object({ oid: v.string(), file: fileSchema }) })),
    base: v.nullable(
      v.object({
        target: v.object({
          oid: v.string(),
          file: fileSchema,
          history: v.object({ totalCount: v.number() }),
        }),
        compare: v.nullish(v.object({ aheadBy: v.number() })),
      }),
    ),
    pullRequests: v.object({
      pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
      nodes: v.array(v.nullable(pullRequestSchema)),
    }),
  }),
});

// A file's text comes from the commit that the answer names, even if the branch moves meanwhile.
const text = `query ActionBranch($owner: String!, $name: String!, $branch: String!, $ref: String!, $base: String!, $path: String!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    branch: ref(qualifiedName: $ref) { target { oid ... on Commit { ...report } } }
    base: ref(qualifiedName: $base) {
      target { oid ... on Commit { ...report history(first: 1, path: $path) { totalCount } } }
      compare(headRef: $ref) { aheadBy }
    }
    pullRequests(headRefName: $branch, first: 20, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes { id number url state isDraft title body isCrossRepository }
    }
  }
}
fragment report on Commit { file(path: $path) { object { ... on Blob { ...blob } } } }
${blobFragment}`;

/**
 * Reads a report's branch, its pull requests and the report, in one request. Takes more where forks have
 * so many pull requests from branches of that name that none of the repository itself is among the first.
 *
 * @param repository `owner/name`
 * @throws {SourceError} `report-unreadable` for a report that GitHub doesn't give to the byte,
 *   `base-missing`, and those of the API
 */
export async function readBranch(
  api: GitHubApi,
  repository: string,
  { branch, base, path }: BranchNames,
): Promise<BranchState> {
  const [owner = '', name = ''] = repository.split('/');
  const variables = {
    ...{ owner, name, branch, path },
    ref: `refs/heads/${branch}`,
    base: `refs/heads/${base}`,
  };
  const read = (after: string | null) =>
    // Nobody has written down what GitHub answers about a missing branch.
    api.query({ text, variables: { ...variables, after } }, answerSchema, ['compare']);
  let { repository: found } = await read(null);
  let pullRequests = own(found);
  while (pullRequests.length === 0 && found.pullRequests.pageInfo.hasNextPage) {
    found = (await read(found.pullRequests.pageInfo.endCursor)).repository;
    pullRequests = own(found);
  }
  if (!found.base) {
    throw new SourceError('base-missing', `${repository} has no branch "${base}" any more.`, {
      hint: 'Name the branch that reports belong to with the input base.',
    });
  }
  return {
    head: found.branch?.target.oid ?? null,
    isAhead: (found.base.compare?.aheadBy ?? 0) > 0,
    report: reportIn(found.branch?.target.file, `${path} on ${branch}`),
    pullRequests,
    base: {
      head: found.base.target.oid,
      report: reportIn(found.base.target.file, `${path} on ${base}`),
      hasHistory: found.base.target.history.totalCount > 0,
    },
  };
}

function own({ pullRequests }: v.InferOutput<typeof answerSchema>['repository']) {
  return pullRequests.nodes.flatMap((one) => (one && !one.isCrossRepository ? [one] : []));
}

/** Null for a missing file. */
function reportIn(file: v.InferOutput<typeof fileSchema>, shown: string): string | null {
  if (!file) return null;
  const whole = file.object ? wholeText(file.object) : null;
  if (whole !== null) return whole;
  throw new SourceError('report-unreadable', `Cannot read ${shown} to the byte.`, {
    hint: 'It is a folder or a link, not valid UTF-8, or too large for GitHub’s API. Nothing was changed.',
  });
}

import { actor, type Actor } from './actor.ts';
import { commitOf, oidOf, type Commit } from './commit.ts';
import { encodeId } from './ids.ts';
import type { CommentInput, CommitInput, FileInput } from './input.ts';
import type { Item, PullRequest } from './item.ts';
import { once } from './once.ts';

/** What hangs on an item: comments, reviews, commits, files, with the names of GitHub's schema. */

export interface Comment {
  __typename: string;
  id: string;
  author: Actor | null;
  createdAt: string;
  body: string;
}

/** The conversation below the item, oldest first as the data have it. */
export const commentsOf = once((item: Item): Comment[] =>
  (item.input.comments ?? []).map((input, index) => ({
    ...written(item, input, `issuecomment-${item.number}${index}`),
    __typename: 'IssueComment',
    id: encodeId('IC', item.repository.key, item.number, index),
    // One on a pull request has an `issue` too, which the fixture lacks.
    ...(item.__typename === 'Issue' && { issue: item }),
  })),
);

export interface Review extends Comment {
  state: string;
  submittedAt: string | null;
  comments: Comment[];
}

export const reviewsOf = once((item: PullRequest): Review[] | null =>
  item.input.reviews === null
    ? null
    : (item.input.reviews ?? []).map((input, index) => ({
        ...written(
          item,
          { ...input, createdAt: input.submittedAt ?? item.updatedAt },
          `pullrequestreview-${item.number}${index}`,
        ),
        __typename: 'PullRequestReview',
        id: encodeId('PRR', item.repository.key, item.number, index),
        state: input.state ?? 'COMMENTED',
        submittedAt: input.submittedAt,
        comments: (input.comments ?? []).map((comment, place) => ({
          ...written(item, comment, `discussion_r${item.number}${index}${place}`),
          __typename: 'PullRequestReviewComment',
          id: encodeId('PRRC', item.repository.key, item.number, index * 1000 + place),
        })),
      })),
);

function written(item: Item, input: CommentInput, fragment: string) {
  const body = input.body ?? '';
  return {
    author: actor(input.author === undefined ? 'octocat' : input.author, item.repository.server),
    authorAssociation: input.authorAssociation ?? 'CONTRIBUTOR',
    body,
    bodyText: body,
    createdAt: input.createdAt,
    publishedAt: input.createdAt,
    updatedAt: input.createdAt,
    url: `${item.url}#${fragment}`,
    resourcePath: `${item.resourcePath}#${fragment}`,
    repository: item.repository,
    pullRequest: item.__typename === 'PullRequest' ? item : null,
  };
}

/** Its commits, oldest first; one, by its author, unless the data say. */
export const commitsOf = once((item: PullRequest): Commit[] => {
  const { author = 'octocat', commits } = item.input;
  const list: CommitInput[] = commits ?? [{ committedDate: item.createdAt, author }];
  let parent = oidOf(`base of ${item.id}`);
  return list.map((input, index) => {
    const oid = input.oid ?? oidOf(`${item.id} ${index}`);
    const commit = commitOf(item.repository, input, oid, parent);
    parent = oid;
    return item.repository.git.commit(oid) ?? commit;
  });
});

export const mergeCommitOf = once((item: PullRequest): Commit | null => {
  const { mergeCommit, mergedBy = item.author, mergeMessage, author } = item.input;
  if (item.mergedAt === null || mergeCommit === null) return null;
  const oid = mergeCommit ?? oidOf(`merge ${item.id}`);
  const pushed = item.repository.git.commit(oid);
  if (pushed !== null) return pushed;
  const { mergeMethod } = item;
  const committedDate = item.input.mergeCommittedDate ?? item.mergedAt;
  if (mergeMethod === 'rebase') {
    const last = item.input.commits?.at(-1) ?? { ...(author !== undefined && { author }) };
    return commitOf(item.repository, { ...last, committedDate }, oid);
  }
  const titles = {
    merge: `Merge pull request #${item.number} from ${item.headRefName}\n\n${item.title}`,
    squash: `${item.title} (#${item.number})`,
  };
  const by = mergeMethod === 'merge' ? mergedBy : author;
  const message = mergeMessage ?? titles[mergeMethod];
  const isMerge = mergeMethod === 'merge';
  const input = { committedDate, message, isMerge, ...(by !== undefined && { author: by }) };
  return commitOf(item.repository, input, oid);
});

export interface ChangedFile extends Required<FileInput> {
  viewerViewedState: 'UNVIEWED';
}

/** Null: GitHub gives no list. */
export const filesOf = once((item: PullRequest): ChangedFile[] | null => {
  const { files = [{ path: `src/change-${item.number}.ts` }] } = item.input;
  const list =
    typeof files === 'number'
      ? Array.from({ length: files }, (_, index) => ({ path: `src/file-${index}.ts` }))
      : files;
  return list?.map(changedFile) ?? null;
});

function changedFile(input: FileInput): ChangedFile {
  const defaults = { additions: 1, deletions: 0, changeType: 'MODIFIED' } as const;
  return { ...defaults, ...input, viewerViewedState: 'UNVIEWED' };
}

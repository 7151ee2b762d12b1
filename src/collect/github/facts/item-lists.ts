import { countValue, itemNumberValue } from '../../../snapshot/values.ts';
import { mapped, object, scalar, type FactValue } from './fact.ts';
import type { List } from './list.ts';
import { namesCoAuthors, gitActor } from './people.ts';
import { dateTime, identifier, longText, repositoryName, shortText } from './scalars.ts';

// The lists inside items, except for the timeline.

const label = object({ name: scalar(shortText) });

export const labelList: List<FactValue<typeof label>> = {
  field: 'labels',
  first: 20,
  node: label,
  key: ({ name }) => name,
};

const changedFile = object({
  path: scalar(longText),
  additions: scalar(countValue),
  deletions: scalar(countValue),
});

export const fileList: List<FactValue<typeof changedFile>> = {
  field: 'files',
  first: 50,
  node: changedFile,
  key: ({ path }) => path,
};

const closingIssue = object({
  id: scalar(identifier),
  number: scalar(itemNumberValue),
  repository: repositoryName,
});

/** Only of pull requests into the default branch: elsewhere, GitHub ignores closing keywords. */
export const closingIssueList: List<FactValue<typeof closingIssue>> = {
  field: 'closingIssuesReferences',
  first: 10,
  node: closingIssue,
  key: ({ id }) => id,
  sparse: true,
};

const commit = mapped(
  object({
    commit: object({
      id: scalar(identifier),
      oid: scalar(identifier),
      committedDate: scalar(dateTime),
      author: gitActor,
      trailers: namesCoAuthors,
    }),
  }),
  ({ commit: { committedDate, ...others } }) => ({ ...others, at: committedDate }),
);

/** A commit on the branch of a pull request, with its first author alone. */
export type BranchCommit = NonNullable<FactValue<typeof commit>>;

export const commitList: List<FactValue<typeof commit>> = {
  field: 'commits',
  first: 30,
  node: commit,
  key: ({ oid }) => oid,
};

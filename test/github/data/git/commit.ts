import { commitOf, type Commit } from '../commit.ts';
import type { ActorInput } from '../input.ts';
import type { Repository } from '../repository.ts';
import type { Files } from './content.ts';
import { hashObject } from './objects.ts';
import { treeOf, type Tree } from './tree.ts';

/** A commit whose tree the fixture knows. */
export interface GitCommit extends Commit {
  files: Files;
  readonly tree: Tree;
  /** Null: nobody signed it. */
  signature: typeof signature | null;
}

export interface NewCommit {
  message: string;
  author: ActorInput;
  email?: string;
  at: string;
  files: Files;
  /** Their hashes. */
  parents: readonly string[];
  /** Made by GitHub itself, for its web interface and its API: it commits and signs. */
  byGitHub?: boolean;
}

const signature = {
  __typename: 'GpgSignature',
  isValid: true,
  state: 'VALID',
  wasSignedByGitHub: true,
} as const;

export function gitCommitOf(repository: Repository, made: NewCommit): GitCommit {
  const { message, author, email, at, files, parents, byGitHub = false } = made;
  const input = { message, author, committedDate: at, ...(email !== undefined && { email }) };
  const web = { name: 'GitHub', email: 'noreply@github.com', date: at, user: null };
  const draft = commitOf(repository, input, '');
  const committer = byGitHub ? web : draft.committer;
  const tree = treeOf(repository, files);
  const seconds = Date.parse(at) / 1000;
  const text = [
    `tree ${tree.oid}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${draft.author.name} <${draft.author.email}> ${seconds} +0000`,
    `committer ${committer.name} <${committer.email}> ${seconds} +0000`,
    '',
    message,
  ].join('\n');
  const oid = hashObject('commit', Buffer.from(text));
  return {
    ...commitOf(repository, input, oid),
    committer,
    parentOids: parents,
    files,
    tree,
    signature: byGitHub ? signature : null,
  };
}

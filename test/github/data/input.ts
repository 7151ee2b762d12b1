import type { BranchInput, RulesetInput } from './git/input.ts';
import type { LabelInput, MilestoneInput, TeamInput } from './named-input.ts';

/** What a test writes down. Names are GitHub's; everything optional has a default. Instants are `2017-05-01T00:00:00Z`. */

export type ActorType = 'User' | 'Bot' | 'Mannequin' | 'EnterpriseUserAccount' | 'Organization';

/** A login (`renovate[bot]` makes a bot with the login `renovate`), an actor, or null for a deleted account. */
export type ActorInput = string | null | { login: string; type?: ActorType; name?: string | null };

/** `12` in the same repository, or `owner/name#12`. */
export type ReferenceInput = number | string;

export interface CommentInput {
  author?: ActorInput;
  createdAt: string;
  body?: string;
  /** `CONTRIBUTOR` unless given. */
  authorAssociation?: string;
}

export interface ReviewInput {
  author?: ActorInput;
  /** Null for a pending one. */
  submittedAt: string | null;
  state?: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  body?: string;
  comments?: CommentInput[];
}

export interface CommitInput {
  oid?: string;
  committedDate: string;
  authoredDate?: string;
  /** The account, if GitHub knows it. */
  author?: ActorInput;
  name?: string;
  email?: string;
  /** Its `Co-authored-by` trailers name further authors. */
  message?: string;
  /** Whether it merges something that the data don't have: then it has two parents. */
  isMerge?: boolean;
}

/** A commit that was pushed to the default branch, or a merge of such commits, oldest first. */
export interface PushedInput extends CommitInput {
  merges?: CommitInput[];
}

export interface ReleaseInput {
  tagName: string;
  name?: string | null;
  createdAt: string;
  /** Null for a draft; the date of creation unless given. */
  publishedAt?: string | null;
}

export interface TagInput {
  name: string;
  /** Of the commit. */
  committedDate: string;
  /** Of an annotated tag. */
  taggedAt?: string;
  /** The hash of a commit that the data have; one of its own, on the default branch, unless given. */
  commit?: string;
}

export interface FileInput {
  path: string;
  additions?: number;
  deletions?: number;
  changeType?: 'ADDED' | 'CHANGED' | 'COPIED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}

/** Any event of the timeline, by its GraphQL type. Those of merging and closing are derived unless given. */
export interface EventInput {
  type: string;
  createdAt: string;
  actor?: ActorInput;
  /** LabeledEvent, UnlabeledEvent. */
  label?: string;
  /** RenamedTitleEvent. */
  previousTitle?: string;
  currentTitle?: string;
  /** CrossReferencedEvent: the place of the mention. */
  source?: ReferenceInput;
  willCloseTarget?: boolean;
  /** ClosedEvent: the pull request that closed it. */
  closer?: ReferenceInput;
  stateReason?: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | 'DUPLICATE';
}

interface ItemInput {
  /** The next free one unless given; pull requests and issues share the numbers. */
  number?: number;
  title?: string;
  body?: string;
  author?: ActorInput;
  authorAssociation?: string;
  /** An hour before it was merged or closed, unless given. */
  createdAt?: string;
  /** The latest of its dated facts, unless given. */
  updatedAt?: string;
  /** Null or absent: open today. */
  closedAt?: string | null;
  closedBy?: ActorInput;
  /** Today's. Null: GitHub answers null for the whole list. */
  labels?: string[] | null;
  /** Logins. */
  assignees?: string[];
  /** The title of one of the repository's. */
  milestone?: string | null;
  comments?: CommentInput[];
  events?: EventInput[];
}

export interface IssueInput extends ItemInput {
  stateReason?: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | 'DUPLICATE' | null;
}

export interface PullRequestInput extends ItemInput {
  mergedAt?: string | null;
  mergedBy?: ActorInput;
  mergeCommit?: string | null;
  /** When the merge commit was made: when it was merged, unless given. A queue makes it earlier. */
  mergeCommittedDate?: string;
  /** How it was merged, which decides what the default branch has of it: `merge` unless given. */
  mergeMethod?: 'merge' | 'squash' | 'rebase';
  /** Of the merge commit, or of the squashed one. */
  mergeMessage?: string;
  baseRefName?: string;
  headRefName?: string;
  /** That of the branch, or of the last commit, unless given. */
  headRefOid?: string;
  /** The fork that it comes from (`owner/name`); null for one that was deleted. */
  headRepository?: string | null;
  isDraft?: boolean;
  /** Logins, or teams like `acme/writers`. */
  reviewRequests?: string[];
  /** Null, as for a huge one: GitHub then says `changedFiles: 0`. A number makes as many files. */
  files?: FileInput[] | number | null;
  /** The length of `files` unless given. */
  changedFiles?: number;
  /** Null: GitHub answers null for the whole list. */
  reviews?: ReviewInput[] | null;
  commits?: CommitInput[];
  closingIssuesReferences?: ReferenceInput[] | null;
}

export interface RepositoryInput {
  /** `owner/name`. */
  name: string;
  /** Names it had; they redirect. */
  formerNames?: string[];
  ownerType?: 'Organization' | 'User';
  /** `missing`: deleted, or private to someone else. `saml`: the organisation's sign-on forbids the token. */
  access?: 'granted' | 'missing' | 'saml';
  isArchived?: boolean;
  isEmpty?: boolean;
  isFork?: boolean;
  isPrivate?: boolean;
  hasIssuesEnabled?: boolean;
  defaultBranch?: string;
  /** Names that the default branch had. Merged pull requests keep them, and their commits are in its history. */
  formerDefaultBranches?: string[];
  /** The names of the other branches that there are today; or all branches, with what is in them. */
  branches?: string[] | Record<string, BranchInput>;
  rulesets?: RulesetInput[];
  /** Those that exist, besides those that items have. */
  labels?: (string | LabelInput)[];
  milestones?: (string | MilestoneInput)[];
  /** Who may do what. Everybody may everything, unless given. */
  collaborators?: Record<string, 'ADMIN' | 'MAINTAIN' | 'WRITE' | 'TRIAGE' | 'READ'>;
  /** Whether "Allow GitHub Actions to create and approve pull requests" is on: it is, unless given. */
  actionsMayCreatePullRequests?: boolean;
  /** Whether its plan has draft pull requests: it does, unless given. */
  hasDrafts?: boolean;
  /** What was pushed to the default branch. Merged pull requests need not be here. */
  pushes?: PushedInput[];
  releases?: ReleaseInput[];
  tags?: TagInput[];
  createdAt?: string;
  pushedAt?: string | null;
  pullRequests?: PullRequestInput[];
  issues?: IssueInput[];
}

export interface DataSetInput {
  repositories: RepositoryInput[];
  /** Where the links of the data point: `https://github.com`, unless given. */
  server?: string;
  /** The logins of accounts by their email addresses, besides those of `users.noreply.github.com`. */
  addresses?: Record<string, string>;
  /** The people that there are, besides owners and collaborators. */
  users?: Exclude<ActorInput, null>[];
  teams?: TeamInput[];
}

import type { ActorInput } from '../input.ts';

/** What a path of a tree has: a text or bytes, or anything else that git can put there. */
export type ContentInput =
  | string
  | Uint8Array
  | { content: string | Uint8Array; executable: true }
  | { symlink: string }
  /** The hash of another repository's commit. */
  | { submodule: string };

export type FilesInput = Record<string, ContentInput>;

/** `null`: the path is deleted. */
export type ChangesInput = Record<string, ContentInput | null>;

export interface BranchCommitInput {
  files?: ChangesInput;
  message?: string;
  author?: ActorInput;
  /** Older than anything, unless given. */
  committedDate?: string;
}

/** A branch: its first commit, and those that follow. Without `from`, the first one has no parent. */
export interface BranchInput extends BranchCommitInput {
  /** The branch it started from, given before this one. */
  from?: string;
  commits?: BranchCommitInput[];
  protection?: ProtectionInput;
}

/** A branch protection rule, of the classic kind. It holds for every token, and not for the editor. */
export interface ProtectionInput {
  /** Changes need a pull request with so many approvals. */
  requiredApprovingReviewCount?: number;
  requiredStatusChecks?: string[];
  /** The logins that may push; nobody else may. */
  pushAllowances?: string[];
}

export type RuleInput =
  | 'creation'
  | 'update'
  | 'deletion'
  | 'pull_request'
  | 'required_signatures'
  | { requiredStatusChecks: string[] };

/** Rules for the branches whose names match. */
export interface RulesetInput {
  /** `~ALL`, `~DEFAULT_BRANCH`, or patterns of full names, like `refs/heads/release/*`. */
  include: string[];
  rules: RuleInput[];
  /** The logins that it does not hold for. */
  bypass?: string[];
}

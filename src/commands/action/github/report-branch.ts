import * as v from 'valibot';
import { SourceError } from '../../../errors.ts';
import {
  type BranchDecision,
  type BranchNames,
  decideBranch,
} from '../../../publish/pull-request/decide-branch.ts';
import { attemptUpdate } from '../../../files/attempt-update.ts';
import type { CommitMessage } from '../../../publish/pull-request/words.ts';
import type { Destination } from '../../draft/destination.ts';
import type { Base } from './base-files.ts';
import { explainMutation } from './explain-mutation.ts';
import type { GitHubApi } from './github-api.ts';
import { LeftAlone } from './left-alone.ts';
import { MutationError } from './mutation-error.ts';
import { readBranch } from './read-branch.ts';

export interface ReportBranchOptions extends BranchNames {
  messageOf: (text: string, isNew: boolean) => Promise<CommitMessage>;
  /** Write nothing. */
  dryRun: boolean;
}

/** Milliseconds before the second and the third try. */
const PAUSES = [500, 2_000];

const commitSchema = v.object({ commit: v.object({ oid: v.string() }) });

type Writable = Extract<BranchDecision, { kind: 'commit' }>;

/**
 * A report on a branch of GitHub. Commits only on top of the commit it was read from: the branch is
 * never forced, and what others have committed is read again.
 */
export class ReportBranch implements Destination {
  readonly inPatch: string;
  readonly isFile = true;
  readonly #api: GitHubApi;
  readonly #base: Base;
  readonly #options: ReportBranchOptions;
  #decision: Writable | null = null;
  /** The commit that a new branch begins at. */
  #baseHead = '';
  /** The text of a commit of which nobody knows whether it was made. */
  #sent: string | null = null;
  /** Why the last attempt to write did not succeed. */
  #problem: MutationError | null = null;
  /** Whether this run has committed. */
  committed = false;

  constructor(api: GitHubApi, base: Base, options: ReportBranchOptions) {
    this.#api = api;
    this.#base = base;
    this.#options = options;
    this.inPatch = options.path;
  }

  get names(): BranchNames {
    return this.#options;
  }

  get shown(): string {
    return `${this.#options.path} on ${this.#options.branch}`;
  }

  /** What the branch was when it was last read or written. */
  get decision(): Writable {
    if (this.#decision) return this.#decision;
    throw new Error('the branch was not read');
  }

  /** @throws {LeftAlone} when a person has decided that there is nothing to write */
  async read(): Promise<string | null> {
    const state = await readBranch(this.#api, this.#base.repository, this.#options);
    const decision = decideBranch(state, this.#options);
    if (decision.kind === 'leave') throw new LeftAlone(decision);
    this.#decision = decision;
    this.#baseHead = state.base.head;
    if (this.#sent !== null && decision.report === this.#sent) this.committed = true;
    return decision.report;
  }

  async write(text: string, before: string | null): Promise<boolean> {
    if (this.#options.dryRun) return true;
    const { head } = this.decision;
    try {
      const parent = head ?? (await this.#createBranch());
      const message = await this.#options.messageOf(text, before === null);
      const oid = await this.#commit(text, message, parent);
      this.#decision = { ...this.decision, head: oid, report: text };
      this.committed = true;
      return true;
    } catch (error) {
      if (!(error instanceof MutationError)) throw error;
      this.#problem = error;
      if (error.problem === 'unknown') this.#sent = text;
      if (['moved', 'exists', 'unknown'].includes(error.problem)) return false;
      throw explainMutation(error, this.#base.repository, this.#options);
    }
  }

  async update<Present, Result>(
    present: Present,
    read: () => Promise<Present>,
    attempt: (present: Present) => Promise<Result | null>,
  ): Promise<Result> {
    const result = await attemptUpdate(present, read, attempt, PAUSES, (pause) =>
      this.#api.sleep(pause),
    );
    if (result !== null) return result;
    if (this.#problem?.problem === 'unknown')
      throw explainMutation(this.#problem, this.#base.repository, this.#options);
    throw new SourceError('branch-moved', `${this.#options.branch} moved again and again.`, {
      hint: 'Nothing of it was overwritten, and the new facts are not in the report. Run again when nobody is committing to it.',
    });
  }

  async #createBranch(): Promise<string> {
    const { branch } = this.#options;
    const oid = this.#baseHead;
    const input = { repositoryId: this.#base.id, name: `refs/heads/${branch}`, oid };
    await this.#api.mutate('createRef', input, 'ref { id }', v.unknown());
    return oid;
  }

  async #commit(text: string, message: CommitMessage, expectedHeadOid: string): Promise<string> {
    const { branch, path } = this.#options;
    const { commit } = await this.#api.mutate(
      'createCommitOnBranch',
      {
        branch: { repositoryNameWithOwner: this.#base.repository, branchName: branch },
        expectedHeadOid,
        message,
        fileChanges: { additions: [{ path, contents: Buffer.from(text).toString('base64') }] },
      },
      'commit { oid }',
      commitSchema,
    );
    return commit.oid;
  }
}

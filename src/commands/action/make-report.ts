import { join } from 'node:path';
import type { ReportFinding } from '../../check/check-report.ts';
import { UsageError } from '../../errors.ts';
import { branchFor } from '../../publish/pull-request/branch-name.ts';
import {
  commitMessage,
  type NamedReport,
  pullRequestTitle,
} from '../../publish/pull-request/words.ts';
import type { Period } from '../../period/period.ts';
import type { Destination } from '../draft/destination.ts';
import { FileDestination } from '../draft/file-destination.ts';
import { type WrittenDraft, writeDraft } from '../draft/write-draft.ts';
import type { Environment } from '../environment.ts';
import { checkDraft } from './check-draft.ts';
import { draftOptions, reportPath } from './draft-options.ts';
import { readSigner } from './github/signer.ts';
import { LeftAlone } from './github/left-alone.ts';
import { ReportBranch } from './github/report-branch.ts';
import type { ActionRun } from './action-run.ts';
import type { ActionInputs } from './inputs/action-inputs.ts';
import type { ActionOutcome } from './outcome.ts';
import { keepSnapshot, requireSnapshotPath } from './keep-snapshot.ts';
import { publishDraft } from './publish-draft.ts';
import { reportTitle } from './report-title.ts';

/** Drafts the report, brings it to where it belongs, and checks it. */
export async function makeReport(run: ActionRun): Promise<ActionOutcome> {
  const { inputs, environment, workspace } = run;
  const { readToken, token } = inputs;
  const reading = {
    ...environment,
    cwd: workspace.folder,
    variables: { ...environment.variables, GH_TOKEN: readToken ?? token },
  };
  const options = draftOptions(inputs, environment);
  requireSnapshotPath(run);
  const periods: Period[] = [];
  const destinationOf = (period: Period): Promise<Destination> | Destination => {
    periods.push(period);
    return inputs.mode === 'none' ? workspaceFile(run, period) : reportBranch(run, period);
  };
  try {
    const written = await writeDraft(options, reading, destinationOf);
    return await finish(run, written, reading);
  } catch (error) {
    const [period] = periods;
    if (!(error instanceof LeftAlone) || !period) throw error;
    return leftAlone(error, period, inputs);
  }
}

function workspaceFile({ inputs, environment, workspace }: ActionRun, period: Period) {
  const path = reportPath(inputs, period);
  const beside = join(workspace.folder, path);
  return new FileDestination(
    { output: path, format: 'markdown' },
    period.date,
    environment,
    beside,
  );
}

async function reportBranch(
  { inputs, workspace }: ActionRun,
  period: Period,
): Promise<ReportBranch> {
  const { api, base } = workspace;
  const path = reportPath(inputs, period);
  const branch = inputs.mode === 'commit' ? base.branch : branchFor(inputs.branch, period);
  requireWords(inputs, { period, path, title: path });
  if (inputs.mode !== 'commit' && branch === base.branch) {
    throw new UsageError('branch-is-base', `The branch "${branch}" is the base itself.`, {
      hint: 'Use a name like devreport/{date} for the input branch, or mode: commit to commit to the base.',
    });
  }
  const signer = inputs.signoff ? await readSigner(api) : null;
  return new ReportBranch(api, base, {
    ...{ branch, base: base.branch, path, dryRun: inputs.dryRun },
    folder: workspace.folder,
    messageOf: (text, isNew) =>
      commitMessage(
        inputs.commitMessage,
        { period, path, title: reportTitle(text, path) },
        isNew,
        signer,
      ),
  });
}

/** Finds mistakes in the patterns before anything is written. */
function requireWords({ commitMessage: message, prTitle }: ActionInputs, report: NamedReport) {
  commitMessage(message, report, true, null);
  pullRequestTitle(prTitle, report);
}

async function finish(
  run: ActionRun,
  written: WrittenDraft,
  reading: Environment,
): Promise<ActionOutcome> {
  const { inputs, workspace, scratch } = run;
  const { period } = written.snapshot;
  const path = reportPath(inputs, period);
  const findings: ReportFinding[] =
    inputs.check === 'off'
      ? []
      : await checkDraft(written, path, scratch, workspace.isCheckout, reading);
  const outcome: ActionOutcome = {
    operation: operationOf(written, inputs),
    ...{ period, path, written, findings, left: null, branch: null, head: null, pullRequest: null },
    ...{ problems: [], notices: [], snapshotPath: keepSnapshot(written, run) },
  };
  const { destination } = written;
  return destination instanceof ReportBranch
    ? publishDraft(run, written, destination, outcome)
    : outcome;
}

function operationOf(
  { text, before }: WrittenDraft,
  { dryRun }: ActionInputs,
): ActionOutcome['operation'] {
  if (dryRun) return 'dry-run';
  if (text === before) return 'unchanged';
  return before === null ? 'created' : 'updated';
}

function leftAlone(
  { decision: { why, hint, pullRequest } }: LeftAlone,
  period: Period,
  inputs: ActionInputs,
): ActionOutcome {
  return {
    ...{ operation: 'skipped', period, path: reportPath(inputs, period), written: null },
    ...{ findings: [], branch: null, head: null, pullRequest, left: { why, hint } },
    ...{ problems: [], notices: [], snapshotPath: null },
  };
}

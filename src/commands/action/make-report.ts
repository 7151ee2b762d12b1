import { resolve } from 'node:path';
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
import type { DraftTarget } from '../draft/prepare-draft.ts';
import { type WrittenDraft, writeDraft } from '../draft/write-draft.ts';
import type { Environment } from '../environment.ts';
import { checkDraft } from './check-draft.ts';
import type { PlacedReport } from '../facts/series/place-report.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import { draftOptions } from './draft-options.ts';
import { namedReport } from './report-on-branch.ts';
import { readSigner } from './github/signer.ts';
import { LeftAlone } from './github/left-alone.ts';
import { ReportBranch } from './github/report-branch.ts';
import type { ActionRun } from './action-run.ts';
import type { ActionInputs } from './inputs/action-inputs.ts';
import type { ReportOutcome } from './outcome.ts';
import { keepSnapshot, requireSnapshotPath } from './keep-snapshot.ts';
import { publishDraft } from './publish-draft.ts';
import { readReport } from '../../report/report.ts';
import { reportTitle } from '../../report/report-title.ts';
import type { Workspace } from './workspace.ts';

/** Drafts the report, brings it to where it belongs, and checks it. */
export async function makeReport(run: ActionRun): Promise<ReportOutcome> {
  const { inputs, environment, workspace } = run;
  const { readToken, token } = inputs;
  const reading = {
    ...environment,
    cwd: workspace.folder,
    variables: { ...environment.variables, GH_TOKEN: readToken ?? token },
  };
  const options = draftOptions(inputs, environment);
  requireSnapshotPath(run);
  const places: ReportInRepository[] = [];
  const target: DraftTarget = {
    root: workspace.folder,
    named: (period, config) => namedReport(run, period, config),
    destinationOf: (report, period) => {
      const placed = inRepository(report, period, workspace);
      places.push(placed);
      return inputs.mode === 'none' ? workspaceFile(run, placed) : reportBranch(run, placed);
    },
  };
  try {
    const written = await writeDraft(options, reading, target);
    return await finish(run, written, reading);
  } catch (error) {
    const [placed] = places;
    if (!(error instanceof LeftAlone) || !placed) throw error;
    return leftAlone(error, placed);
  }
}

/** A report by its path in the repository. */
type ReportInRepository = Pick<ReportOutcome, 'path' | 'values' | 'period'>;

function inRepository(
  { path, values }: PlacedReport,
  period: Period,
  { folder }: Workspace,
): ReportInRepository {
  return { path: pathFrom(folder, path), values, period };
}

function workspaceFile({ environment }: ActionRun, { path }: ReportInRepository): Destination {
  const file = resolve(environment.cwd, path);
  return new FileDestination({ output: path, format: 'markdown' }, file, environment);
}

async function reportBranch(
  { inputs, workspace }: ActionRun,
  { path, values }: ReportInRepository,
): Promise<ReportBranch> {
  const { api, base } = workspace;
  const branch = inputs.mode === 'commit' ? base.branch : branchFor(inputs.branch, values);
  requireWords(inputs, { values, path, title: path });
  if (inputs.mode !== 'commit' && branch === base.branch) {
    throw new UsageError('branch-is-base', `The branch "${branch}" is the base itself.`, {
      hint: 'Use a name like devreport/{date} for the input branch, or mode: commit to commit to the base.',
    });
  }
  const signer = inputs.signoff ? await readSigner(api) : null;
  return new ReportBranch(api, base, {
    ...{ branch, base: base.branch, path, dryRun: inputs.dryRun },
    messageOf: async (text, isNew) =>
      commitMessage(
        inputs.commitMessage,
        { values, path, title: await reportTitle(readReport({ path, text })) },
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
): Promise<ReportOutcome> {
  const { inputs, workspace, scratch } = run;
  const placed = inRepository(written.placed, written.snapshot.period, workspace);
  const findings: ReportFinding[] =
    inputs.check === 'off'
      ? []
      : await checkDraft(written, placed.path, scratch, workspace.isCheckout, reading);
  const outcome: ReportOutcome = {
    operation: operationOf(written, inputs),
    ...{ ...placed, written, findings, left: null, branch: null, head: null, pullRequest: null },
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
): ReportOutcome['operation'] {
  if (dryRun) return 'dry-run';
  if (text === before) return 'unchanged';
  return before === null ? 'created' : 'updated';
}

function leftAlone(
  { decision: { why, hint, pullRequest } }: LeftAlone,
  placed: ReportInRepository,
): ReportOutcome {
  return {
    ...{ operation: 'skipped', ...placed, written: null },
    ...{ findings: [], branch: null, head: null, pullRequest, left: { why, hint } },
    ...{ problems: [], notices: [], snapshotPath: null },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verdictOf } from '../../check/verdict.ts';
import type { Clock } from '../../collect/github/request/clock.ts';
import { UsageError } from '../../errors.ts';
import { repositoryNamePattern } from '../../item/repository-name.ts';
import type { Environment, ExitCode, Surroundings } from '../environment.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { isSendable } from '../facts/source/github-token.ts';
import { annotationOfError, annotationsOfRun } from './annotations-of-run.ts';
import { openApi } from './github/open-api.ts';
import { type ActionInputs, readInputs } from './inputs/action-inputs.ts';
import { makeReport } from './make-report.ts';
import type { ActionOutcome } from './outcome.ts';
import { publishReports } from './publish-reports.ts';
import { outputsOf } from './outputs-of.ts';
import { writeOutputs } from './runner/outputs.ts';
import { RunnerLog } from './runner/runner-log.ts';
import { Secrets } from './runner/secrets.ts';
import { writeStepSummary } from './runner/step-summary.ts';
import { summaryOf } from './summary-of.ts';
import { hasCheckout, openWorkspace } from './workspace.ts';

export interface ActionSurroundings extends Surroundings {
  /** A text that nobody can guess, another one for each call. */
  random: () => string;
  /** For pauses between attempts at what the Action itself asks; real time unless given. */
  clock?: Clock;
}

/**
 * Runs the Action: reads its inputs, and gives outputs, summary and annotations to the runner. The exit
 * code is other than 0 when something that was asked for could not be done.
 */
export async function runAction(outside: ActionSurroundings): Promise<ExitCode> {
  const { variables, signal, random, clock } = outside;
  const secrets = new Secrets([
    variables['INPUT_TOKEN'],
    variables['INPUT_READ-TOKEN'],
    variables['GITHUB_TOKEN'],
  ]);
  const log = new RunnerLog(outside.stdout, secrets);
  log.mask();
  try {
    const inputs = readInputs(variables);
    const cwd = nonEmpty(variables['GITHUB_WORKSPACE']) ?? outside.cwd;
    if (cwd === null) throw noWorkspace();
    const environment: Environment = { ...outside, cwd, stdout: log, stderr: log };
    const outcome = await runWith(inputs, environment, clock);
    writeOutputs(outputsOf(outcome), secrets, variables, random);
    if (inputs.summary) writeStepSummary(summaryOf(outcome), secrets, variables);
    log.annotate(annotationsOfRun(outcome));
    return exitCode(outcome, inputs);
  } catch (error) {
    signal.throwIfAborted();
    log.annotate([annotationOfError(error)]);
    return exitCodeOf(error);
  }
}

async function runWith(
  inputs: ActionInputs,
  environment: Environment,
  clock: Clock | undefined,
): Promise<ActionOutcome> {
  const { token, wait, base, config, template, output, mode, publish } = inputs;
  const repository = environment.variables['GITHUB_REPOSITORY'] ?? '';
  if (!repositoryNamePattern.test(repository)) throw noWorkspace();
  if (!hasCheckout(environment.cwd)) refuseWithoutCheckout(inputs);
  const site =
    mode === 'publish' || publish !== undefined ? await publishReports(inputs, environment) : null;
  if (mode === 'publish') return { report: null, site };
  if (token === undefined) {
    throw new UsageError('token-missing', 'The input token is empty.', {
      hint: 'Remove it, for the token of the workflow, or check the name of the secret.',
    });
  }
  for (const [name, text = token] of [
    ['token', token],
    ['read-token', inputs.readToken],
  ] as const) {
    if (isSendable(text)) continue;
    throw new UsageError('token-invalid', `The input ${name} has characters that no token has.`, {
      hint: 'Save the secret again: blanks, line breaks or quotes may have been pasted with it.',
    });
  }
  const opened = await openApi(token, wait, environment, clock);
  const scratch = mkdtempSync(
    join(nonEmpty(environment.variables['RUNNER_TEMP']) ?? tmpdir(), 'devreport-'),
  );
  try {
    const request = { repository, base: base ?? null, config, template, output };
    const workspace = await openWorkspace(opened, request, join(scratch, 'files'), environment);
    const run = { inputs, environment, workspace, scratch };
    return { report: await makeReport(run), site };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function exitCode({ report, site }: ActionOutcome, inputs: ActionInputs): ExitCode {
  const { problems = [], findings = [] } = report ?? {};
  const [problem] = [...problems, ...(site?.problems ?? [])];
  if (problem) return exitCodeOf(problem);
  return inputs.check === 'fail' && verdictOf(findings, inputs.maxWarnings).isBad ? 1 : 0;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** @throws {UsageError} `checkout-missing` */
function refuseWithoutCheckout({ source, mode, publish }: ActionInputs): void {
  const needs =
    source === 'git'
      ? 'source: git'
      : mode === 'publish'
        ? 'mode: publish'
        : publish === undefined
          ? null
          : 'The input publish';
  if (needs === null) return;
  throw new UsageError('checkout-missing', `${needs} needs a clone, and the job has none.`, {
    hint: 'Put a step with actions/checkout before this one, with fetch-depth: 0 for the whole history.',
  });
}

function noWorkspace(): UsageError {
  return new UsageError('runner-missing', 'This is not a step of a GitHub workflow.', {
    hint: 'Use the Action in a workflow; on the command line, run devreport.',
  });
}

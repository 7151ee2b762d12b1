import { escapeMarkdown } from '../../../markdown/escape.ts';
import type { Environment } from '../../environment.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { RunnerFile } from './runner-file.ts';
import type { Secrets } from './secrets.ts';

/** What the page of a run shows. All but the report is foreign text, and shown as text. */
export interface StepSummary {
  title: string;
  /** What the run did, a sentence each. */
  lines: readonly string[];
  /** What went wrong or is missing, a sentence each. */
  warnings: readonly string[];
  /** The Markdown of the report; null without one. */
  report: string | null;
  /** The address of the whole report, encoded, for one that is cut. */
  link: string | null;
}

/** How many bytes GitHub shows for a step. It shows nothing of a longer file. */
const MOST_BYTES = 1024 * 1024;

/**
 * Gives the summary of the step to the runner, cut where it would be too long.
 *
 * @throws {UsageError} `runner-file`
 */
export function writeStepSummary(
  summary: StepSummary,
  secrets: Secrets,
  variables: Environment['variables'],
): void {
  const file = RunnerFile.of('GITHUB_STEP_SUMMARY', variables);
  if (!file) return;
  const text = secrets.hide(summaryMarkdown(summary));
  file.append(cutMarkdown(text, MOST_BYTES - file.size, noteOf(summary)));
}

/** The report comes last, so that nothing in it changes how the rest is shown. */
function summaryMarkdown({ title, lines, warnings, report }: StepSummary): string {
  return [
    `## ${escapeMarkdown(title)}`,
    ...(lines.length > 0 ? [bullets(lines)] : []),
    ...(warnings.length > 0 ? ['### Warnings', bullets(warnings)] : []),
    ...(report === null ? [] : ['---', report.trimEnd()]),
    '',
  ].join('\n\n');
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(text)}`).join('\n');
}

function noteOf({ link }: StepSummary): string {
  const where = link === null ? '' : ` [The whole report](<${link}>).`;
  return `**The rest is left out here, because GitHub shows at most 1 MiB.**${where}`;
}

import { resolve } from 'node:path';
import { type CheckOptions, checkReport } from '../../check/check-report.ts';
import { fix, type FixedReport } from '../../check/fix.ts';
import type { CheckedFile } from '../../check/format/checked-file.ts';
import { gather } from '../../check/format/gather.ts';
import { verdictOf } from '../../check/verdict.ts';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import { readOptionalBytes } from '../../files/read-optional.ts';
import { updateFile } from '../../files/update-file.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { many } from '../../markdown/many.ts';
import { checkRun, linesWithoutFacts } from './check-run.ts';
import { checkContext } from './context.ts';
import { formatters } from './formatters.ts';
import type { CheckCommandOptions } from './options.ts';

/**
 * Checks edited reports, and with `--fix` fixes them first. Findings go to stdout.
 *
 * @throws {UsageError} `report-missing`, `config-invalid`, `usage`, and those of `readOptional` and
 *   `writeAtomically`
 */
export async function check(
  files: readonly string[],
  options: CheckCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('usage', 'check needs a file.', { hint: HINT });
  const mostWarnings = readMaximum(options.maxWarnings);
  const { config } = await loadConfig(environment.cwd, options.config);
  const reports = files.map((path) => readFile(path, environment));
  const run = await checkRun(reports, config, environment);
  const checked: CheckedFile[] = [];
  for (const report of reports) {
    const context = await checkContext({ report, config, options, environment }, run);
    const final = options.fix === true ? await fixed(report, context, environment) : report;
    run.neighbours.hold(final);
    checked.push({ path: report.path, findings: checkReport(final, context) });
  }
  environment.stderr.lines(linesWithoutFacts(run));
  const print = await formatters[options.format]();
  print(checked, environment);
  // Counted as people read them, in every format.
  const all = checked.flatMap(({ findings }) => gather(findings));
  return verdictOf(all, mostWarnings).isBad ? 1 : 0;
}

function readMaximum(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError('usage', `invalid --max-warnings "${text}": not a number.`, {
    hint: 'Use a whole number, like --max-warnings 0.',
  });
}

const HINT = 'Name the Markdown files of reports, like reports/2017-05-08.md.';

function readFile(path: string, { cwd }: Environment): Report {
  const file = resolve(cwd, path);
  const bytes = readOptionalBytes(file, boundaryOf(file, cwd));
  if (!bytes) throw new UsageError('report-missing', `${path} not found.`, { hint: HINT });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.includes('\0')) return readReport({ path, text });
  throw new UsageError('file-unreadable', `${path} is not text: it contains NUL bytes.`, {
    hint: HINT,
  });
}

/** Fixes a report in its file. Returns what the file has now. */
function fixed(report: Report, context: CheckOptions, environment: Environment): Promise<Report> {
  const { path } = report;
  const reread = () => readFile(path, environment);
  return updateFile(path, report, reread, (present) => writeFixed(present, context, environment));
}

/** Null when the file is no longer what was read. */
function writeFixed(
  report: Report,
  context: CheckOptions,
  { cwd, signal, stderr }: Environment,
): Report | null {
  const { path, mark, text } = report;
  // Reading replaces bytes that are not UTF-8; writing would make that permanent.
  if (text.includes('\uFFFD')) {
    stderr.lines([`${path} contains bytes that are not UTF-8: nothing in it is fixed.`]);
    return report;
  }
  const result = fix(report, context);
  if (result.text === mark + text) return report;
  signal.throwIfAborted();
  const file = resolve(cwd, path);
  if (!writeAtomically(file, result.text, mark + text, boundaryOf(file, cwd))) return null;
  stderr.lines([
    `Fixed ${path}: ${result.count} fixed, ${gather(result.left).length} left.`,
    ...invisibleIn(result),
  ]);
  return readReport({ path, text: result.text });
}

/** Nobody can see in a diff which characters were removed, or replaced by a space. */
function invisibleIn({ rounds }: FixedReport): string[] {
  const counts = new Map<string, number>();
  for (const { rule, subject } of rounds.flat())
    if (rule === 'invisible-character' && subject !== undefined)
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const names = [...counts].map(([name, count]) => `${name} (${many(count, 'time')})`);
  return names.length === 0 ? [] : [`Invisible characters removed: ${names.join(', ')}.`];
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type CheckOptions, checkReport } from '../../check/check-report.ts';
import { fix } from '../../check/fix.ts';
import type { CheckedFile } from '../../check/format/checked-file.ts';
import { gather } from '../../check/format/gather.ts';
import type { Severity } from '../../config/check-rules.ts';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { errorCode } from '../../files/error-code.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { checkContext } from './context.ts';
import { formatters } from './formatters.ts';
import type { CheckCommandOptions } from './options.ts';

/**
 * Checks edited reports, and with `--fix` fixes them first. Findings go to stdout.
 *
 * @throws {UsageError} `report-missing`, `file-unreadable`, `config-invalid`, `usage`
 */
export async function check(
  files: readonly string[],
  options: CheckCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const mostWarnings = readMaximum(options.maxWarnings);
  const { config } = await loadConfig(environment.cwd, options.config);
  const reports = await Promise.all(
    files.map(async (path) => readReport({ path, text: await readText(path, environment) })),
  );
  const checked: CheckedFile[] = [];
  for (const report of reports) {
    const context = await checkContext({ report, config, options, environment });
    const final = options.fix === true ? await fixed(report, context, environment) : report;
    checked.push({ path: report.path, findings: checkReport(final, context) });
  }
  const print = await formatters[options.format]();
  print(checked, environment);
  // Counted as people read them, in every format.
  const all = checked.flatMap(({ findings }) => gather(findings));
  const count = (severity: Severity) =>
    all.filter((finding) => finding.severity === severity).length;
  return count('error') > 0 || count('warning') > mostWarnings ? 1 : 0;
}

function readMaximum(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError('usage', `invalid --max-warnings "${text}": not a number.`, {
    hint: 'Use a whole number, like --max-warnings 0.',
  });
}

const HINT = 'Name the Markdown files of reports, like reports/2017-05-08.md.';

const problems: Record<string, string> = { ENOENT: 'not found', EISDIR: 'is a folder' };

async function readText(file: string, { cwd }: Environment): Promise<string> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    const code = errorCode(cause);
    const problem = problems[code] ?? `cannot be read (${code})`;
    throw new UsageError('report-missing', `${file} ${problem}.`, { hint: HINT, cause });
  });
  if (!text.includes('\0')) return text;
  throw new UsageError('file-unreadable', `${file} is not text: it contains NUL bytes.`, {
    hint: HINT,
  });
}

async function fixed(
  report: Report,
  context: CheckOptions,
  { cwd, signal, stderr }: Environment,
): Promise<Report> {
  const { path, mark, text } = report;
  // Reading replaces bytes that are not UTF-8; writing would make that permanent.
  if (text.includes('\uFFFD')) {
    stderr.lines([`${path} contains bytes that are not UTF-8: nothing in it is fixed.`]);
    return report;
  }
  const result = fix(report, context);
  if (result.text === mark + text) return report;
  signal.throwIfAborted();
  await writeAtomically(resolve(cwd, path), result.text);
  stderr.lines([`Fixed ${path}: ${result.count} fixed, ${result.left} left.`]);
  return readReport({ path, text: result.text });
}

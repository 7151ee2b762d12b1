import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check as checkReport, type CheckOptions } from '../../check/check.ts';
import { fix } from '../../check/fix.ts';
import { type Checked, severityOf } from '../../check/format/checked.ts';
import type { Severity } from '../../check/rule.ts';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { checkContext } from './context.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Environment, ExitCode } from '../environment.ts';
import type { FactOptions } from '../facts/options.ts';
import { writeWhole } from '../../files/write-file.ts';

export interface CheckCommandOptions extends FactOptions {
  format: 'text' | 'json' | 'github';
  /** Repair what has one right answer. */
  fix?: boolean;
  /** Do without the facts. */
  offline?: boolean;
  /** More warnings than this are as good as an error. Default: any number is fine. */
  maxWarnings?: string;
}

/**
 * Checks edited reports, and with `--fix` repairs them first. Findings go to stdout.
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
    files.map(async (file) => ({ file, text: await readReport(file, environment) })),
  );
  const checked: Checked[] = [];
  for (const { file, text } of reports) {
    const context = await checkContext({ file, text, config, options, environment });
    const final = options.fix === true ? await repair(file, text, context, environment) : text;
    checked.push({ path: file, messages: checkReport({ path: file, text: final }, context) });
  }
  environment.stdout.write(await format(checked, options.format, environment));
  const all = checked.flatMap(({ messages }) => messages.map(severityOf));
  const count = (severity: Severity) => all.filter((other) => other === severity).length;
  return count('error') > 0 || count('warning') > mostWarnings ? 1 : 0;
}

function readMaximum(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError('usage', `--max-warnings "${text}" is not a number.`, {
    hint: 'Use a whole number, like --max-warnings 0.',
  });
}

const unreadable: Record<string, string> = { ENOENT: 'is not there', EISDIR: 'is a folder' };

async function readReport(file: string, { cwd }: Environment): Promise<string> {
  const text = await readFile(resolve(cwd, file), 'utf8').catch((cause: unknown) => {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const what = unreadable[code] ?? `cannot be read (${code})`;
    throw new UsageError('report-missing', `${file} ${what}.`, {
      hint: 'Name the Markdown files of reports, like reports/2017-05-08.md.',
      cause,
    });
  });
  if (!text.includes('\0')) return text;
  throw new UsageError('file-unreadable', `${file} is no text: it holds NUL bytes.`, {
    hint: 'Name the Markdown files of reports, like reports/2017-05-08.md.',
  });
}

async function repair(
  file: string,
  text: string,
  context: CheckOptions,
  { cwd, signal, stderr }: Environment,
): Promise<string> {
  // Bytes that are no UTF-8 are lost by reading; writing would make that last.
  if (text.includes('\uFFFD')) {
    stderr.write(`${file} holds bytes that are no text, so nothing in it is fixed.\n`);
    return text;
  }
  const fixed = fix({ path: file, text }, context);
  if (fixed.text === text) return text;
  signal.throwIfAborted();
  await writeWhole(resolve(cwd, file), fixed.text);
  stderr.write(`Fixed ${plainText(file)}: ${fixed.count} fixed, ${fixed.left} left.\n`);
  return fixed.text;
}

async function format(
  checked: readonly Checked[],
  name: CheckCommandOptions['format'],
  { stdout, variables }: Environment,
): Promise<string> {
  switch (name) {
    case 'json': {
      const { formatJson } = await import('../../check/format/json.ts');
      return formatJson(checked);
    }
    case 'github': {
      const { formatGitHub } = await import('../../check/format/github.ts');
      return formatGitHub(checked);
    }
    case 'text': {
      const { formatText } = await import('../../check/format/text.ts');
      const color = stdout.isTTY === true && (variables['NO_COLOR'] ?? '') === '';
      return formatText(checked, { color });
    }
  }
}

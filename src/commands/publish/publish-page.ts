import { extname, relative, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { boundaryOf, workingRoot } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { updateFile } from '../../files/update-file.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { dateOf } from '../../period/timezone.ts';
import { secondBefore } from '../../period/instant.ts';
import { dayInName } from '../../placeholder/day-in-name.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import { matchPath } from '../../placeholder/match-path.ts';
import { whyDraft } from '../../publish/site/draft-reason.ts';
import { isPage } from '../../publish/site/page-mark.ts';
import { pageAlone } from '../../publish/site/page-alone.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import type { PublishOptions } from './options.ts';
import { publishedReport } from './published-reports.ts';
import { readPublishSettings } from './publish-settings.ts';

/** Makes the page of one report: beside it, where `-o` names a file, or on stdout. */
export async function publishPage(
  name: string,
  options: PublishOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd, stdout, stderr, signal } = environment;
  const settings = await readPublishSettings(options, environment);
  const file = resolve(cwd, name);
  const text = readOptional(file, boundaryOf(file, cwd));
  if (text === null)
    throw new UsageError('report-missing', `${name} not found.`, {
      hint: 'Name the Markdown file of a report, like reports/2017-05-08.md, or nothing for the site.',
    });
  const path = pathFrom(workingRoot(cwd), file);
  const report = readReport({ path, text });
  const reason = whyDraft(report);
  if (reason) stderr.lines([`warning: ${name}:${reason.line}: ${reason.message}.`]);
  const date =
    dayInName(matchPath(filePattern(settings.config.file), path) ?? {}) ?? lastDay(report);
  const html = pageAlone(await publishedReport(report, date, undefined, settings), settings);
  signal.throwIfAborted();
  if (options.output === '-') {
    stdout.exactly(html);
    return 0;
  }
  const target =
    options.output === undefined
      ? file.slice(0, file.length - extname(file).length) + '.html'
      : resolve(cwd, options.output);
  const within = boundaryOf(target, cwd);
  const shown = relative(cwd, target);
  const read = () => readOptional(target, within);
  await updateFile(shown, read(), read, (before) => {
    if (before !== null && !isPage(before)) throw pageForeign(shown);
    return before === html || writeAtomically(target, html, before, within) ? true : null;
  });
  stderr.lines([`Wrote ${shown}.`]);
  return 0;
}

function pageForeign(shown: string): UsageError {
  return new UsageError('file-foreign', `${shown} exists and was not written by devreport.`, {
    hint: 'Write to another file with -o, or move this one.',
  });
}

function lastDay({ record }: Report): string {
  if (!record) return '';
  const { end, timezone } = record.record.period;
  return dateOf(secondBefore(end), timezone);
}

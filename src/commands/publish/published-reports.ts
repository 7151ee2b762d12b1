import { lastChanges } from '../../collect/git/last-changes.ts';
import { SourceError } from '../../errors.ts';
import { workingRoot } from '../../files/boundary-of.ts';
import { repositoryRoot } from '../../files/repository-root.ts';
import { filePattern } from '../../placeholder/file-pattern.ts';
import { type DraftReason, whyDraft } from '../../publish/site/draft-reason.ts';
import type { PublishedReport } from '../../publish/site/published-report.ts';
import { reportTitle } from '../../report/report-title.ts';
import { readReport, type Report } from '../../report/report.ts';
import { homeOf } from '../../revise/replaceable.ts';
import type { Environment } from '../environment.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import { SeriesFiles } from '../facts/series/series-files.ts';
import { changeInFrontMatter } from './change-in-front-matter.ts';
import type { PublishSettings } from './publish-settings.ts';

/** The reports of a series, without their drafts. */
export interface SeriesToPublish {
  published: PublishedReport[];
  drafts: { path: string; reason: DraftReason }[];
}

/**
 * Reads the files of the config's pattern.
 *
 * @throws {UsageError} `markdown-too-complex`, `front-matter-invalid`, and those of `readOptional`; each names
 *   the file
 */
export async function readPublished(
  settings: PublishSettings,
  environment: Environment,
): Promise<SeriesToPublish> {
  const { cwd } = environment;
  const root = workingRoot(cwd);
  const found = new SeriesFiles(null, filePattern(settings.config.file), root, cwd).dated();
  const drafts: SeriesToPublish['drafts'] = [];
  const reports = found.flatMap(({ date, report: { path: file, text } }) => {
    const path = pathFrom(root, file);
    const report = readReport({ path, text });
    const reason = whyDraft(report);
    if (reason) drafts.push({ path, reason });
    return reason ? [] : [{ date, report }];
  });
  const changes = await changesOf(
    root,
    reports.map(({ report }) => report.path),
    environment,
  );
  const published: PublishedReport[] = [];
  for (const { date, report } of reports)
    published.push(await publishedReport(report, date, changes.get(report.path), settings));
  return { published, drafts };
}

/**
 * A report with what a page shows of it.
 *
 * @param changed when its file was last changed, if that is known
 */
export async function publishedReport(
  report: Report,
  date: string,
  changed: string | undefined,
  { server, repository }: PublishSettings,
): Promise<PublishedReport> {
  const fallback = `${date === '' ? '1970-01-01' : date}T00:00:00Z`;
  return {
    report,
    title: await reportTitle(report),
    date,
    updated: changeInFrontMatter(report) ?? changed ?? fallback,
    home: homeOf(report, server) ?? repository ?? undefined,
  };
}

async function changesOf(
  root: string,
  paths: readonly string[],
  { variables, signal, stderr }: Environment,
): Promise<Map<string, string>> {
  if (repositoryRoot(root) === null || paths.length === 0) return new Map();
  try {
    return await lastChanges(root, paths, { ...variables }, signal);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    stderr.lines([
      `warning: ${error.message} The dates of the reports count as those of their last changes.`,
    ]);
    return new Map();
  }
}

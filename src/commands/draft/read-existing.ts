import { UsageError } from '../../errors.ts';
import { frontMatterIn } from '../../front-matter/front-matter-in.ts';
import type { Period } from '../../period/period.ts';
import type { Weekday } from '../../period/weekday.ts';
import { isPage } from '../../publish/site/page-mark.ts';
import { readReport, type Report } from '../../report/report.ts';
import { requireRevisable, type PatternName } from '../../revise/refuse.ts';
import type { Destination } from './destination.ts';
import type { DraftFormat } from './formats.ts';

/** The file that is already where a draft goes. */
export interface ExistingFile {
  /** Null for a missing file. */
  text: string | null;
  /** Null for data, for a page, and for an empty file. */
  report: Report | null;
}

/**
 * Reads the file that a draft goes to, and refuses one that it can't be brought into.
 *
 * @param name of the file; null when an option has named it
 * @throws {UsageError} `file-foreign`, `front-matter-invalid`, and those of `requireRevisable`
 */
export async function readExisting(
  destination: Destination,
  period: Period,
  weekStart: Weekday,
  { format, adopt = false }: { format: DraftFormat; adopt?: boolean },
  name: PatternName | null,
): Promise<ExistingFile> {
  const text = await destination.read();
  if (text === null || text.trim() === '') return { text, report: null };
  if (format !== 'markdown') {
    requireOwn(text, format, destination.shown);
    return { text, report: null };
  }
  const report = readReport({ path: destination.shown, text });
  requireRevisable(report, period, weekStart, adopt, name);
  if (frontMatterIn(report.text)) {
    const { reportFrontMatter } = await import('../../report/report-front-matter.ts');
    reportFrontMatter(report);
  }
  return { text, report };
}

/** Data replaces data, a page a page, and neither anything else. */
function requireOwn(text: string, format: DraftFormat, shown: string): void {
  if (format === 'html' ? isPage(text) : /^\s*\{\s*"schemaVersion"/.test(text)) return;
  throw new UsageError('file-foreign', `${shown} exists and was not written by devreport.`, {
    hint: 'Write to another file with -o, or move this one.',
  });
}

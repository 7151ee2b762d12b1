import { UsageError } from '../../errors.ts';
import { reportFindings } from '../../check/check-report.ts';
import { checkable } from '../../check/text/checkable-report.ts';
import { editorComments } from '../../report/editor-comments.ts';
import type { Report } from '../../report/report.ts';
import type { Desk } from '../desk.ts';
import type { PreviewBlock } from '../../publish/html/preview-block.ts';
import type { DeskReading } from '../protocol.ts';
import { atomsIn } from './atoms.ts';
import { deskCitations, takenOutOf } from './desk-citations.ts';
import { deskEntries } from './desk-entries.ts';
import { deskFindings } from './desk-findings.ts';
import { deskSections } from './desk-sections.ts';
import { remainingIn } from './remaining.ts';

/**
 * What the desk shows of a report.
 *
 * @param read gives the report, or throws a `UsageError` where its text can't be read
 * @param preview the blocks of a report as HTML, as `previewBlocks` makes them
 */
export function readDesk(
  read: () => Report,
  desk: Desk,
  preview: (report: Report) => PreviewBlock[],
): DeskReading {
  let report: Report;
  try {
    report = read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return unreadable(error, desk);
  }
  const checked = checkable(report, desk.server);
  const citations = deskCitations(report, desk);
  const bullets = deskEntries(checked, citations, desk);
  const { sections, entries } = deskSections(checked, bullets, desk);
  const comments = editorComments(report);
  const findings = deskFindings(report, reportFindings(checked, desk.check));
  const cited = [...new Set(citations.map(({ item }) => item))];
  return {
    sections,
    entries,
    comments,
    atoms: atomsIn(checked, desk.server),
    findings,
    cited,
    takenOut: takenOutOf(report, cited, desk),
    remaining: remainingIn({ sections, entries, comments, findings }, desk),
    preview: preview(report),
    problem: null,
  };
}

function unreadable({ message }: UsageError, { facts }: Desk): DeskReading {
  const nothing = { sections: [], entries: [], comments: [], findings: [] };
  return {
    ...nothing,
    ...{ atoms: [], cited: [], takenOut: [], preview: [] },
    remaining: {
      ...{ drafted: 0, sections: 0, comments: 0, findings: 0, steps: [] },
      incomplete: facts.missing,
    },
    problem: message,
  };
}

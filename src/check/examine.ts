import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { CONTROL_COMMENT, readControls } from './controls.ts';
import { readReport, type ReportFile } from './report.ts';
import type { Context, Finding, Severity } from './rule.ts';
import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';
import { rules } from './rules.ts';

/** Who says what the rules find. */
const SOURCE = 'devreport';

export interface CheckOptions extends Context {
  /** Severities other than the rules' own, by rule. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A message of devreport's, and the edits that repair what it speaks of. */
export interface Examined {
  message: VFileMessage;
  fix: readonly Edit[];
}

/** What the rules find in a report, in the order of the text. Edits are for the text without a byte order mark. */
export function examine(file: ReportFile, options: CheckOptions): Examined[] {
  const report = readReport(file, options.server);
  const places = location(report.file);
  const { tells, slips } = readControls(report.tree);
  const found = slips.map((slip) => examined(slip, CONTROL_COMMENT, 'warning'));
  for (const { id, check, drafts, severity: usual } of rules) {
    const severity = options.severities[id] ?? usual;
    if (severity === 'off' || (report.untouched && drafts !== true)) continue;
    const isTold = (place: Span) => tells(id, place);
    for (const finding of check(report, options, isTold)) {
      if (!isTold(finding)) continue;
      found.push(examined({ ...finding, fix: finding.fix?.filter(isTold) ?? [] }, id, severity));
    }
  }
  return found.sort((a, b) => offsetOf(a.message) - offsetOf(b.message));

  function examined(finding: Finding, id: string, severity: Severity): Examined {
    const { start, end, suggestions, fix = [] } = finding;
    const place = { start: pointAt(start), end: pointAt(end) };
    const message = new VFileMessage(finding.message, { place, ruleId: id, source: SOURCE });
    message.file = file.path;
    message.fatal = severity === 'info' ? undefined : severity === 'error';
    message.actual = report.text.slice(start, end);
    if (suggestions && suggestions.length > 0) message.expected = suggestions;
    return { message, fix };
  }

  function pointAt(offset: number) {
    const point = places.toPoint(Math.min(offset, report.text.length));
    if (!point) throw new Error(`a finding stands outside of ${file.path}: ${offset}`);
    return point;
  }
}

function offsetOf({ place }: VFileMessage): number {
  if (!place) return 0;
  return ('start' in place ? place.start.offset : place.offset) ?? 0;
}

import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';
import { isUnedited, type Report } from '../report/report.ts';
import { CONTROL_COMMENT, readControls } from './controls.ts';
import type { Context, Finding, Severity } from './rule.ts';
import { rules } from './rules.ts';
import { checkable } from './text/checkable-report.ts';

const SOURCE = 'devreport';

export interface CheckOptions extends Context {
  /** Severities other than the rules' own, by rule. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A message and the edits that fix its finding. */
export interface FixableMessage {
  message: VFileMessage;
  fix: readonly Edit[];
}

/**
 * Checks a report: against itself, and against the facts, the files and the dictionary, as far as the
 * options have them. Messages are in the order of the text and have the rule as `ruleId`; `fatal` is
 * true for an error, false for a warning and undefined for an info; `expected` has the replacements
 * that are possible.
 */
export function check(report: Report, options: CheckOptions): VFileMessage[] {
  return fixableMessages(report, options).map(({ message }) => message);
}

/** As `check`, with the edits that fix each finding; their offsets are those of the report's text. */
export function fixableMessages(report: Report, options: CheckOptions): FixableMessage[] {
  const checked = checkable(report, options.server);
  const isDraft = isUnedited(report);
  const places = location(report.text);
  const { isEnabled, slips } = readControls(report.root);
  const found = slips.map((slip) => toMessage(slip, CONTROL_COMMENT, 'warning'));
  for (const { id, check: findingsIn, drafts, severity: usual } of rules) {
    const severity = options.severities[id] ?? usual;
    if (severity === 'off' || (isDraft && drafts !== true)) continue;
    const isOn = (span: Span) => isEnabled(id, span);
    for (const finding of findingsIn(checked, options, isOn)) {
      if (!isOn(finding)) continue;
      found.push(toMessage({ ...finding, fix: finding.fix?.filter(isOn) ?? [] }, id, severity));
    }
  }
  return found.sort((a, b) => offsetOf(a.message) - offsetOf(b.message));

  function toMessage(finding: Finding, id: string, severity: Severity): FixableMessage {
    const { start, end, suggestions, fix = [] } = finding;
    const place = { start: pointAt(start), end: pointAt(end) };
    const message = new VFileMessage(finding.message, { place, ruleId: id, source: SOURCE });
    message.file = report.path;
    message.fatal = severity === 'info' ? undefined : severity === 'error';
    message.actual = report.text.slice(start, end);
    if (suggestions && suggestions.length > 0) message.expected = suggestions;
    return { message, fix };
  }

  function pointAt(offset: number) {
    const point = places.toPoint(Math.min(offset, report.text.length));
    if (!point) throw new Error(`a finding is outside of ${report.path}: ${offset}`);
    return point;
  }
}

function offsetOf({ place }: VFileMessage): number {
  if (!place) return 0;
  return ('start' in place ? place.start.offset : place.offset) ?? 0;
}

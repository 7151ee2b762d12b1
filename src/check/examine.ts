import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { applyControls, SOURCE } from './controls.ts';
import { readReport, type ReportFile } from './report.ts';
import type { Context, Edit, Finding, Rule, Severity } from './rule.ts';
import { rules } from './rules.ts';

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
  const fixes = new Map<VFileMessage, Edit[]>();
  // A finding may be about several places, and a comment about one of them.
  const probes = new Map<VFileMessage, Edit>();
  for (const rule of rules) {
    const severity = options.severities[rule.id] ?? rule.severity;
    if (severity === 'off' || (report.untouched && rule.drafts !== true)) continue;
    for (const finding of rule.check(report, options)) {
      fixes.set(toMessage(finding, rule, severity), finding.fix ?? []);
      for (const edit of finding.fix ?? [])
        probes.set(toMessage({ ...edit, message: '' }, rule, severity), edit);
    }
  }
  const left = applyControls(report, [...fixes.keys(), ...probes.keys()]);
  const edits = new Set(left.flatMap((message) => probes.get(message) ?? []));
  return left
    .filter((message) => !probes.has(message))
    .sort((a, b) => offsetOf(a) - offsetOf(b))
    .map((message) => ({
      message,
      fix: (fixes.get(message) ?? []).filter((edit) => edits.has(edit)),
    }));

  function toMessage(finding: Finding, { id }: Rule, severity: Severity): VFileMessage {
    const { start, end, suggestions } = finding;
    const place = { start: pointAt(start), end: pointAt(end) };
    const message = new VFileMessage(finding.message, { place, ruleId: id, source: SOURCE });
    message.file = file.path;
    message.fatal = severity === 'info' ? undefined : severity === 'error';
    message.actual = report.text.slice(start, end);
    if (suggestions && suggestions.length > 0) message.expected = suggestions;
    return message;
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

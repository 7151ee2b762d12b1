import type { Node } from 'mdast';
import { location } from 'vfile-location';
import { checkRules, type RuleId, ruleIds, type Severity } from '../config/check-rules.ts';
import { encloses, type Span } from '../markdown/span.ts';
import { isUnedited, type Report } from '../report/report.ts';
import type { CheckContext } from './context/check-context.ts';
import { CONTROL_COMMENT, readControls } from './controls.ts';
import type { Check, Finding } from './rule.ts';
import * as rules from './rules.ts';
import { checkable, type CheckableReport } from './text/checkable-report.ts';

const checks: Readonly<Record<RuleId, Check>> = rules;

export interface CheckOptions extends CheckContext {
  /** Severities other than the rules' own, by rule. */
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** A finding with its rule, and its place in lines and columns, which count from 1. */
export interface ReportFinding extends Finding {
  rule: RuleId | typeof CONTROL_COMMENT;
  severity: Severity;
  /** The end is exclusive. */
  place: NonNullable<Node['position']>;
  /** The place that its fix replaces; only with a fix. */
  fixPlace?: NonNullable<Node['position']>;
}

/**
 * Checks a report: against itself, and against the facts, the files and the dictionary, as far as the
 * options have them. The findings are in the order of the text.
 */
export function checkReport(report: Report, options: CheckOptions): ReportFinding[] {
  return reportFindings(checkable(report, options.server), options);
}

/** The same, for callers that have its running text already. */
export function reportFindings(checked: CheckableReport, options: CheckOptions): ReportFinding[] {
  const isDraft = isUnedited(checked);
  const { isEnabled, slips } = readControls(checked.root);
  const placeOf = placeFinder(checked);
  const found: ReportFinding[] = [];
  const add = (finding: Finding, rule: ReportFinding['rule'], severity: Severity): void => {
    const fixPlace = finding.fix && { fixPlace: placeOf(finding.fix) };
    found.push({ ...finding, rule, severity, place: placeOf(finding), ...fixPlace });
  };

  for (const slip of slips) add(slip, CONTROL_COMMENT, 'warning');
  for (const id of ruleIds) {
    const severity = options.severities[id] ?? checkRules[id].severity;
    if (severity === 'off' || (isDraft && checkRules[id].drafts !== true)) continue;
    for (const { fix, ...finding } of checks[id](checked, options)) {
      if (!isEnabled(id, finding)) continue;
      const isFixable = fix && encloses(finding, fix) && isEnabled(id, fix);
      add({ ...finding, ...(isFixable && { fix }) }, id, severity);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function placeFinder({ text, path }: Report): (span: Span) => ReportFinding['place'] {
  const places = location(text);
  return (span) => {
    const [start, end] = [span.start, span.end].map((offset) =>
      places.toPoint(Math.min(offset, text.length)),
    );
    if (!start || !end) throw new Error(`a finding is outside of ${path}: ${span.start}`);
    return { start, end };
  };
}

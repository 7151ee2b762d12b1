import { allOf, quote } from '../../markdown/quote.ts';
import type { ReportFinding } from '../check-report.ts';

interface Gathering {
  /**
   * The message for several findings. `{message}` is that of the first, `{count}` their number,
   * `{subjects}` what they are about, `{lines}` where they are.
   */
  message: string;
  /** Where there are more groups than this, they are shown as one, too. */
  mostGroups?: number;
}

const repeated: Gathering = { message: '{message} ({count} times)' };

/** The rules whose findings, as far as they are of one group, are shown as one. */
const gatherings: Partial<Record<ReportFinding['rule'], Gathering>> = {
  'bare-reference': {
    message: 'Unlinked references {subjects}; GitHub links them in comments, but not in files',
    mostGroups: 8,
  },
  'no-undefined-references': repeated,
  'no-duplicate-definitions': {
    message: 'Duplicate definitions of {subjects}; only the first one of each counts',
  },
  'no-unused-definitions': { message: '{count} unused definitions: {subjects}' },
  'invisible-character': { message: '{count} invisible characters on {lines}: {subjects}' },
  'heading-increment': { message: '{count} headings skip a level, on {lines}' },
  'unordered-list-marker-style': {
    message: '{count} bullets differ from the first one: {subjects}',
  },
  'leftover-instruction': {
    message: '{count} leftover comments for the editor; delete them when done',
  },
  'section-untouched': { message: '{count} sections were never edited: {subjects}' },
  'merged-without-entry': {
    message: '{count} pull requests merged in the period have no entry: {subjects}',
  },
  'credit-involved': { message: '{subjects} took no known part in the items of their entries' },
  spelling: repeated,
  'proper-names': repeated,
};

/**
 * The findings of a report as people want to read them: where one slip is all over the report, once,
 * at its first place.
 */
export function gather(findings: readonly ReportFinding[]): ReportFinding[] {
  const keyOf = keyFinder(findings);
  const gathered = new Map<string | number, [ReportFinding, ...ReportFinding[]]>();
  for (const [index, finding] of findings.entries()) {
    const key = keyOf(finding) ?? index;
    const others = gathered.get(key);
    if (others) others.push(finding);
    else gathered.set(key, [finding]);
  }
  return [...gathered.values()].map((group) => ({ ...group[0], message: messageOf(group) }));
}

/** The key that findings shown as one have in common; null for a finding on its own. */
function keyFinder(findings: readonly ReportFinding[]): (finding: ReportFinding) => string | null {
  const groups = new Map<string, Set<string>>();
  for (const { rule, group = '' } of findings)
    groups.set(rule, (groups.get(rule) ?? new Set()).add(group));
  return ({ rule, group = '' }) => {
    const { mostGroups = Infinity } = gatherings[rule] ?? {};
    if (!gatherings[rule]) return null;
    return (groups.get(rule)?.size ?? 0) > mostGroups ? rule : `${rule} ${group}`;
  };
}

function messageOf(group: readonly [ReportFinding, ...ReportFinding[]]): string {
  const [{ rule, message }] = group;
  const gathering = gatherings[rule];
  if (!gathering || group.length === 1) return message;
  const subjects = new Set(group.flatMap(({ subject }) => subject ?? []));
  const lines = new Set(group.map(({ place }) => String(place.start.line)));
  const parts: Record<string, string> = {
    message,
    count: String(group.length),
    subjects: allOf([...subjects].map(quote)),
    lines: `${lines.size > 1 ? 'lines' : 'line'} ${allOf([...lines])}`,
  };
  return gathering.message.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}

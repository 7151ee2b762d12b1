import type { Credit, Entry, Ref, View } from './view.ts';

/** The JSON output. Scripts depend on it: fields may be added, never changed or removed. */
export interface ReportJson {
  schemaVersion: 1;
  title: string;
  /** `YYYY-MM-DD` */
  date: string;
  period: { start: string; end: string; timezone: string };
  repositories: string[];
  merged: { id: string; title: string; entries: EntryJson[] }[];
  closedUnmerged: EntryJson[];
  closedIssues: EntryJson[];
  active: EntryJson[];
  issues: EntryJson[];
  newcomers: { login: string }[];
  stats: View['stats'];
  complete: boolean;
  warnings: View['warnings'];
}

export interface EntryJson {
  refs: (Omit<Ref, 'label' | 'url'> & { url: string })[];
  text: string;
  credits: string[];
  reason?: { section: string; rule: string; evidence: string };
}

/**
 * The documented fields of a view, and no others.
 *
 * @param date of the report, `YYYY-MM-DD`
 */
export function toReportJson(view: View, date: string): ReportJson {
  return {
    schemaVersion: 1,
    title: view.title,
    date,
    period: { start: view.period.start, end: view.period.end, timezone: view.period.timezone },
    repositories: view.repositories.map(({ name }) => name),
    merged: view.merged.map(({ id, title, entries }) => ({
      id,
      title,
      entries: entries.map(toEntryJson),
    })),
    closedUnmerged: view.closedUnmerged.map(toEntryJson),
    closedIssues: view.closedIssues.map(toEntryJson),
    active: view.active.map(toEntryJson),
    issues: view.issues.map(toEntryJson),
    newcomers: view.newcomers.map(({ name }: Credit) => ({ login: name })),
    stats: view.stats,
    complete: view.complete,
    warnings: view.warnings,
  };
}

function toEntryJson({ refs, text, credits, reason }: Entry): EntryJson {
  return {
    refs: refs.map(({ repository, number, kind, state, title, url, base, draft, stateReason }) => ({
      repository,
      number,
      kind,
      state,
      title,
      url: url.markdown,
      base,
      draft,
      stateReason,
    })),
    text,
    credits: credits.map(({ name }) => name),
    ...(reason && {
      reason: { section: reason.section, rule: reason.rule, evidence: reason.evidence },
    }),
  };
}

import type { CommitEntry, Entry, Ref, Related } from './view/entry-schema.ts';
import type { View } from './view/view.ts';

/** The JSON output. Scripts depend on it: fields may be added, never changed or removed. */
export interface ReportJson {
  schemaVersion: 1;
  title: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** Of the report in its series. */
  number: number;
  period: { start: string; end: string; timezone: string };
  repositories: string[];
  merged: { id: string; title: string; entries: EntryJson[] }[];
  closedUnmerged: EntryJson[];
  closedIssues: EntryJson[];
  active: EntryJson[];
  issues: EntryJson[];
  highlights: EntryJson[];
  helpWanted: { pulls: EntryJson[]; issues: EntryJson[] };
  contributors: {
    login: string | null;
    name: string;
    /** Merged pull requests they wrote. */
    pulls: number;
    reviews: number;
    comments: number;
  }[];
  newcomers: { login: string }[];
  releases: {
    repository: string;
    tag: string;
    name: string | null;
    url: string;
    publishedAt: string;
    /** Ids, `owner/name#12`; null when they are unknown. */
    pulls: string[] | null;
  }[];
  commits: CommitJson[];
  stats: View['stats'];
  complete: boolean;
  warnings: View['warnings'];
}

export interface EntryJson {
  refs: (Omit<Ref, 'label' | 'short' | 'labels' | 'id' | 'url'> & { url: string })[];
  text: string;
  credits: string[];
  reason?: { section: string; rule: string; evidence: string };
  /** Ids, `owner/name#12`; of a commit without a pull request, `owner/name@` and its hash. */
  reverts?: string[];
  revertedBy?: string[];
  bumps?: { package: string; from: string | null; to: string | null; count: number };
}

/** A commit without a pull request. */
export interface CommitJson {
  repository: string;
  hash: string;
  text: string;
  credits: string[];
  url: string;
  reverts?: string[];
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
    number: view.number,
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
    highlights: view.highlights.map(toEntryJson),
    helpWanted: {
      pulls: view.helpWanted.pulls.map(toEntryJson),
      issues: view.helpWanted.issues.map(toEntryJson),
    },
    contributors: view.contributors.map(({ login, name, pulls, reviews, comments }) => ({
      login,
      name,
      pulls,
      reviews,
      comments,
    })),
    newcomers: view.newcomers.map(({ name }) => ({ login: name })),
    releases: view.releases.map(({ url, pulls, ...release }) => ({
      ...release,
      url: url.markdown,
      pulls: pulls?.map(({ repository, number }) => `${repository}#${number}`) ?? null,
    })),
    commits: view.commits.map(toCommitJson),
    stats: view.stats,
    complete: view.complete,
    warnings: view.warnings,
  };
}

function toEntryJson({ refs, text, credits, reason, bumps, ...marks }: Entry): EntryJson {
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
    ...idsOf('reverts', marks.reverts),
    ...idsOf('revertedBy', marks.revertedBy),
    ...(bumps && { bumps }),
  };
}

function toCommitJson({ repository, hash, text, credits, url, reverts }: CommitEntry): CommitJson {
  return {
    repository,
    hash,
    text,
    credits: credits.map(({ name }) => name),
    url: url.markdown,
    ...(reverts.length > 0 && { reverts: reverts.map(({ id }) => id) }),
  };
}

/** Left out when there are none. */
function idsOf(name: 'reverts' | 'revertedBy', related: readonly Related[]): Partial<EntryJson> {
  return related.length > 0 ? { [name]: related.map(({ id }) => id) } : {};
}

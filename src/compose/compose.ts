import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { type Categorised, categorise, type DecidedPull } from '../categorise/categorise.ts';
import type { Config } from '../config/schema/schema.ts';
import { groupPulls } from '../categorise/group-pulls.ts';
import { plainText } from '../markdown/plain-text.ts';
import { secondBefore } from '../period/instant.ts';
import { dateOf } from '../period/timezone.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot, Warning } from '../snapshot/schema.ts';
import { knowledgeAmong, sources } from '../snapshot/sources.ts';
import { sortWarnings } from '../snapshot/warnings.ts';
import { credits } from './credits.ts';
import { EntryMaker } from './entry.ts';
import { ordinal } from './ordinal.ts';
import { rank } from './rank.ts';
import { closedInside, stats } from './stats.ts';
import type { Credit, Entry, MergedSection, Previously, View } from './view.ts';

dayjs.extend(utc);

/**
 * The view of a snapshot: what the report shows, in order, before any wording of a template.
 *
 * @param earlier the number of reports in the series before this one
 * @param previously what the last of them said
 * @param home the repository whose items are called `#12`
 */
export function compose(
  snapshot: Snapshot,
  config: Config,
  earlier: number,
  previously?: Previously,
  home?: string,
): View {
  return viewOf(categorise(snapshot, config), snapshot, config, earlier, previously, home);
}

/** A view, and the decisions behind it. */
export interface Composition {
  categorised: Categorised;
  view: View;
}

/** As `compose`, for the first report of a series, with the decisions that led to the view. */
export function composeWithDecisions(snapshot: Snapshot, config: Config): Composition {
  const categorised = categorise(snapshot, config);
  return { categorised, view: viewOf(categorised, snapshot, config, 0) };
}

function viewOf(
  { merged, pullRequests, issues, excluded }: Categorised,
  snapshot: Snapshot,
  config: Config,
  earlier: number,
  previously: Previously = { introduction: null, closing: new Map() },
  home = snapshot.repositories[0],
): View {
  const { period } = snapshot;
  const maker = new EntryMaker(snapshot, home);
  const sections = mergedSections(snapshot, config, maker, merged);
  const named = new Set(
    sections.flatMap(({ entries }) => entries.flatMap(({ refs }) => refs.map(itemKey))),
  );
  const ranked = rank(
    issues.filter((issue) => issue.activity.length > 0 && !named.has(itemKey(issue))),
  );
  const entries = (items: readonly (PullRequest | Issue)[]): Entry[] =>
    items.map((item) => maker.single(item));
  const { missing, notes } = sortWarnings(snapshot);
  const date = dayjs.utc(period.date).format('D MMMM YYYY');

  return {
    title: `${config.title} for ${date}`,
    date,
    period: {
      start: period.start,
      end: period.end,
      timezone: period.timezone,
      firstDay: dateOf(period.start, period.timezone),
      lastDay: dateOf(secondBefore(period.end), period.timezone),
    },
    cadence: period.kind === 'range' ? '' : `${period.kind}ly`,
    ordinal: ordinal(earlier + 1),
    introduction: { markdown: config.introduction },
    introductionLastTime: previously.introduction,
    closing: config.closing.map(({ title, text }) => ({
      title,
      text: { markdown: text },
      lastTime: previously.closing.get(title) ?? null,
    })),
    repositories: snapshot.repositories.map((name) => ({
      name,
      url: { markdown: `${snapshot.server}/${name}` },
    })),
    merged: sections,
    closedUnmerged: entries(pullRequests.filter((pull) => closedInside(pull, period))),
    closedIssues: entries(issues.filter((issue) => closedInside(issue, period))),
    active: entries([...pullRequests, ...issues].filter(isActive)),
    issues: entries(ranked.slice(0, config.limits.issues)),
    moreIssues: entries(ranked.slice(config.limits.issues)),
    highlights: [],
    rollups: [],
    commits: [],
    listsCommits: config.commits === 'list',
    releases: [],
    contributors: [],
    newcomers: newcomers(merged),
    stats: stats(period, pullRequests, issues),
    excluded: excluded.length,
    source: snapshot.collected.source,
    sourceTitle: sources[snapshot.collected.source].title,
    knows: knowledgeAmong(snapshot.collected.knows),
    complete: snapshot.complete,
    warnings: snapshot.warnings.map(withPlainMessage),
    missing: missing.map(withPlainMessage),
    notes: notes.map(withPlainMessage),
  };
}

function withPlainMessage(warning: Warning): Warning {
  return { ...warning, message: plainText(warning.message) };
}

function mergedSections(
  snapshot: Snapshot,
  config: Config,
  maker: EntryMaker,
  merged: readonly DecidedPull[],
): MergedSection[] {
  const collapses = ({ pull }: DecidedPull) =>
    config.bots === 'collapse' && pull.author.type === 'bot';
  const pullKeys = new Set(snapshot.pullRequests.map(itemKey));
  const groups = groupPulls(
    merged.filter((decided) => !collapses(decided)),
    pullKeys,
  );
  const bots = merged.filter(collapses);
  return config.sections.map(({ id, title }) => {
    const entries = groups
      .filter(({ pulls }) => pulls[0]?.decision.section === id)
      .map((found) => maker.grouped(found));
    const ofBots = bots.filter(({ decision }) => decision.section === id);
    return {
      id,
      title,
      entries: ofBots.length > 0 ? [...entries, maker.collapsed(ofBots)] : entries,
    };
  });
}

/** An item of unknown state counts as open: leaving it out would hide it. */
function isActive({ state, activity }: PullRequest | Issue): boolean {
  return (state === 'open' || state === 'unknown') && activity.length > 0;
}

function newcomers(merged: readonly DecidedPull[]): View['newcomers'] {
  const byName = new Map<string, Credit>();
  for (const { pull } of merged) {
    const [author] = pull.firstByAuthor === true ? credits(pull.author, []) : [];
    if (author && !byName.has(author.name.toLowerCase()))
      byName.set(author.name.toLowerCase(), author);
  }
  return [...byName.values()];
}

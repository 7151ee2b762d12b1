import { type Categorised, categorise } from '../categorise/categorise.ts';
import { layoutTexts } from '../config/layout-texts.ts';
import type { Config } from '../config/schema/schema.ts';
import { headingOptions } from '../config/schema/headings-schema.ts';
import { sentenceNames } from '../config/schema/sentences-schema.ts';
import { labelAmong } from '../categorise/match.ts';
import { plainText } from '../markdown/plain-text.ts';
import { dateInWords } from '../period/date-in-words.ts';
import { compareTexts, secondBefore } from '../period/instant.ts';
import { dateOf } from '../period/timezone.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot, Warning } from '../snapshot/schema.ts';
import { knowledgeAmong, sources } from '../snapshot/sources.ts';
import { sortWarnings } from '../snapshot/warnings.ts';
import { chartOf, earlierStats } from './earlier-stats.ts';
import { EntryMaker } from './entry.ts';
import { frontMatterFor } from './front-matter.ts';
import { helpWanted } from './help-wanted.ts';
import { leftOut, leftOutByRules } from './left-out.ts';
import { sectionsOfMerged } from './merged-sections.ts';
import { ordinal } from './ordinal.ts';
import { contributors, newcomers } from './people-of.ts';
import { rank } from './rank.ts';
import { releasesOf } from './releases.ts';
import { closedInside, stats } from './stats.ts';
import type { Entry } from './view/entry-schema.ts';
import { titleFor } from './title.ts';
import { nothingBefore, type Previously } from './view/previously.ts';
import type { View } from './view/view.ts';

/**
 * The view of a snapshot: what the report shows, in order, before any wording of a template.
 *
 * @param earlier how far its number in the series is from that of the first report: usually the number of
 *   reports before this one
 * @param previously what the others say
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
  { merged, pullRequests, issues, commits, excluded }: Categorised,
  snapshot: Snapshot,
  config: Config,
  earlier: number,
  previously = nothingBefore,
  home = snapshot.repositories[0],
): View {
  const { period, server } = snapshot;
  const naming = { server, home };
  const maker = new EntryMaker({ snapshot, config, home, previously });
  const sections = sectionsOfMerged(snapshot, config, maker, merged);
  const named = new Set(
    sections.flatMap((section) => section.entries.flatMap(({ refs }) => refs.map(itemKey))),
  );
  const ranked = rank(
    issues.filter((issue) => issue.activity.length > 0 && !named.has(itemKey(issue))),
  );
  const included = labelAmong([config.labels.include, config.labels.highlight]);
  const shown = ranked.filter(
    ({ labels }, index) => index < config.limits.issues || included(labels) !== null,
  );
  const entries = (items: readonly (PullRequest | Issue)[]): Entry[] =>
    items.map((item) => maker.single(item));
  const active = entries(inOrder([...pullRequests, ...issues].filter(isActive)));
  const { missing, notes } = sortWarnings(snapshot);
  const texts = layoutTexts(config);
  const ofMerged = sections.flatMap((section) => section.entries);
  const direct = commits.map((commit) => maker.commit(commit));
  const shows = {
    contributors: config.show.includes('contributors'),
    helpWanted: config.show.includes('help-wanted'),
    statistics: config.show.includes('statistics'),
    chart: config.show.includes('chart'),
  };

  const help = shows.helpWanted
    ? helpWanted(snapshot, pullRequests, issues, config)
    : { pulls: [], issues: [] };
  const number = config.number + earlier;
  const title = titleFor(period, config, number);
  const people = contributors([...ofMerged, ...direct], snapshot);

  return {
    locale: config.locale,
    title,
    date: dateInWords(period.date, config.locale),
    frontMatter: frontMatterFor(config, snapshot, { title, number, people }),
    period: {
      start: period.start,
      end: period.end,
      timezone: period.timezone,
      firstDay: dateOf(period.start, period.timezone),
      lastDay: dateOf(secondBefore(period.end), period.timezone),
      date: period.date,
    },
    headings: headingsOf(config),
    sentences: sentencesOf(config),
    cadence: period.kind === 'range' ? '' : `${period.kind}ly`,
    number,
    ordinal: ordinal(number, config.locale),
    previous: previously.previous,
    next: previously.next,
    introduction: { markdown: texts.introduction },
    introductionLastTime: previously.introduction,
    closing: texts.closing.map(({ title, text }) => ({
      title,
      text: { markdown: text },
      lastTime: previously.closing.get(title) ?? null,
    })),
    repositories: snapshot.repositories.map((name) => ({
      name,
      short: shortName(name, snapshot.repositories),
      url: { markdown: `${snapshot.server}/${name}` },
    })),
    merged: sections,
    entries: ofMerged,
    closedUnmerged: entries(inOrder(pullRequests.filter((pull) => closedInside(pull, period)))),
    closedIssues: entries(inOrder(issues.filter((issue) => closedInside(issue, period)))),
    active,
    ongoing: active.filter(({ refs }) => !refs.some((ref) => named.has(itemKey(ref)))),
    issues: entries(shown),
    moreIssues: entries(ranked.filter((issue) => !shown.includes(issue))),
    highlights: ofMerged.filter(({ highlight }) => highlight),
    commits: direct,
    listsCommits: config.commits === 'list',
    releases: releasesOf(snapshot, pullRequests, naming),
    helpWanted: { pulls: entries(help.pulls), issues: entries(help.issues) },
    contributors: people,
    newcomers: newcomers(merged, naming),
    stats: { ...stats(period, pullRequests, issues), ...earlierStats(snapshot) },
    shows,
    chart: shows.chart ? chartOf(snapshot) : null,
    excluded: leftOutByRules(excluded),
    leftOut: leftOut(excluded, naming),
    codeSpans: config.text.code,
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

/** An item of unknown state counts as open: leaving it out would hide it. */
function isActive({ state, activity }: PullRequest | Issue): boolean {
  return (state === 'open' || state === 'unknown') && activity.length > 0;
}

function headingsOf({ headings }: Config): View['headings'] {
  const inMarkdown = (text: string | null) => (text === null ? null : { markdown: text });
  return Object.fromEntries(
    headingOptions.map((name) => [name, inMarkdown(headings[name])]),
  ) as View['headings'];
}

function sentencesOf({ sentences }: Config): View['sentences'] {
  return Object.fromEntries(
    sentenceNames.map((name) => [name, { markdown: sentences[name] }]),
  ) as View['sentences'];
}

function shortName(repository: string, all: readonly string[]): string {
  const nameOf = (one: string) => one.split('/')[1]?.toLowerCase();
  const isOnly = all.filter((one) => nameOf(one) === nameOf(repository)).length === 1;
  return (isOnly ? repository.split('/')[1] : undefined) ?? repository;
}

/** By repository, then by number. */
function inOrder<Item extends PullRequest | Issue>(items: readonly Item[]): Item[] {
  return items.toSorted(
    (a, b) =>
      compareTexts(a.repository.toLowerCase(), b.repository.toLowerCase()) || a.number - b.number,
  );
}

import type { Claim, Decision } from '../../categorise/decision.ts';
import type { Contribution } from '../../compose/contributions.ts';
import type { Absence, Explanation, IssueRank, ListName } from '../../compose/explain.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { type ItemId, itemKey, itemUrl } from '../../item/item-id.ts';
import type { Act, Issue, PullRequest, Snapshot } from '../../snapshot/schema.ts';
import { sources } from '../../snapshot/sources.ts';
import { many } from '../terminal/many.ts';
import { field, under } from './fields.ts';

/** What an explanation is told with, besides itself. */
export interface Surroundings {
  snapshot: Snapshot;
  sections: readonly { id: string; title: string }[];
  /** As the config names it. */
  template: string;
  /** The headings under which a draft by this template names the item; null when it does not. */
  heading: string | null;
  /** The item as it is now, where that was asked. */
  today: PullRequest | Issue | null;
}

/** An explanation, line by line. */
export function describe(explanation: Explanation, around: Surroundings): string[] {
  const { item, kind, rank, contributions } = explanation;
  const { snapshot } = around;
  return [
    `${item.repository}#${item.number} ${plainText(item.title)}`,
    itemUrl(snapshot.server, item, kind),
    '',
    field('state', stateOf(explanation, around)),
    field('draft', standing(explanation, around)),
    ...sectionRows(explanation, around),
    ...(rank ? rankRows(rank, snapshot) : []),
    ...contributions.map(({ credit, parts }, index) =>
      field(
        index === 0 ? 'credits' : '',
        `${credit.login === null ? '' : '@'}${plainText(credit.name)}: ${didWhat(parts, item, snapshot)}`,
      ),
    ),
    ...(explanation.collapsed ? [field('credits', 'nobody: bots are not credited')] : []),
    factsRow(snapshot),
  ];
}

function stateOf({ item }: Pick<Explanation, 'item'>, around: Then): string {
  const { state, closedAt } = item;
  if ('mergedAt' in item && item.mergedAt !== null) return `merged ${item.mergedAt}`;
  if (state === 'closed' && closedAt !== null) return `closed ${closedAt}`;
  const then =
    state === 'unknown'
      ? 'open or closed at the end of the period: not known'
      : `${state} at the end of the period`;
  const later = afterwards(around);
  return later === null ? then : `${then}; ${later}`;
}

type Then = Pick<Surroundings, 'snapshot' | 'today'>;

/** What became of an item after the period: a snapshot is as of its end. */
function afterwards({ snapshot: { period }, today }: Then): string | null {
  if (!today) return null;
  const turns = {
    merged: 'mergedAt' in today ? today.mergedAt : null,
    closed: today.closedAt,
    opened: today.createdAt,
  };
  const later = Object.entries(turns).find(([, at]) => at !== null && at >= period.end);
  return later ? `${later[0]} ${later[1] ?? ''}, after the period` : null;
}

const listNames: Record<ListName, string> = {
  merged: 'merged pull requests',
  closedUnmerged: 'pull requests closed without being merged',
  closedIssues: 'closed issues',
  active: 'what is active and still open',
  issues: 'the most active issues',
  moreIssues: 'less active issues',
};

function standing(explanation: Explanation, { snapshot, template, heading }: Surroundings): string {
  const { item, lists, entry, collapsed, exclusion, absence, rank } = explanation;
  const [list] = lists;
  if (!entry || !list) return `not in it: ${whyAbsent(exclusion, absence, snapshot)}`;
  if (heading === null) {
    return rank && rank.position > rank.limit
      ? `not shown: below the limit of ${rank.limit} issues`
      : `not shown: the template ${template} leaves out ${listNames[list]}`;
  }
  const where = under(heading);
  if (collapsed) return `${where}, in the one entry of bots' pull requests`;
  const [subject, ...others] = entry.refs;
  if (subject && itemKey(subject) !== itemKey(item)) {
    return `${where}, in the entry of ${shortName(subject, snapshot)}`;
  }
  const along = others.map((other) => shortName(other, snapshot)).join(', ');
  return along === '' ? where : `${where}, together with ${along}`;
}

function whyAbsent(
  exclusion: Explanation['exclusion'],
  absence: Absence | null,
  { period }: Snapshot,
): string {
  if (exclusion?.rule === 'bots') return 'the config leaves out bots';
  if (exclusion) {
    return `the config leaves it out, by exclude.${exclusion.rule}: ${plainText(exclusion.evidence)}`;
  }
  if (absence && 'at' in absence) {
    return `${absence.why} ${absence.at}, ${absence.at < period.start ? 'before' : 'after'} the period`;
  }
  return absence?.why === 'no-activity'
    ? 'nothing happened to it inside the period'
    : 'no part of a report is for such items';
}

function sectionRows(
  { item, entry, decision }: Explanation,
  { snapshot, sections }: Surroundings,
): string[] {
  const [subject] = entry?.refs ?? [];
  if (!decision || !subject) return [];
  const title = (id: string) => sections.find((section) => section.id === id)?.title ?? id;
  const whose = itemKey(subject) === itemKey(item) ? '' : `as ${shortName(subject, snapshot)}, `;
  return [
    field('section', `${title(decision.section)}, ${whose}${because(decision)}`),
    ...othersNext(decision).map((claim) =>
      field('next', `${title(claim.section)}, ${because(claim)}`),
    ),
  ];
}

/** The strongest claim of each other section. */
function othersNext({ section, next }: Decision): Claim[] {
  const firsts = new Map(next.toReversed().map((claim) => [claim.section, claim]));
  return next.filter((claim) => claim.section !== section && firsts.get(claim.section) === claim);
}

function because({ rule, pattern, evidence }: Claim): string {
  if (rule === 'fallback') return 'the fallback, which takes what no section claims';
  return `because of its ${rule}: ${plainText(evidence)}${pattern === evidence ? '' : ` (${plainText(pattern)})`}`;
}

function rankRows(
  { position, total, limit, behind, ...attention }: IssueRank,
  snapshot: Snapshot,
): string[] {
  const shown = limit < total ? `; ${limit} are shown` : '';
  return [
    field('rank', `${position} of ${total}: ${talk(attention)} inside the period${shown}`),
    ...(behind
      ? [
          field(
            '',
            `behind ${shortName(behind, snapshot)}: ${talk(behind)}${isTie(attention, behind) ? '; of two alike, the newer leads' : ''}`,
          ),
        ]
      : []),
  ];
}

type Attention = Pick<IssueRank, 'people' | 'posts'>;

function talk({ people, posts }: Attention): string {
  return `${many(people, 'person', 'people')}, ${many(posts, 'post')}`;
}

function isTie(a: Attention, b: Attention): boolean {
  return a.people === b.people && a.posts === b.posts;
}

function didWhat(parts: Contribution['parts'], item: ItemId, snapshot: Snapshot): string {
  return parts
    .map(({ item: other, isAuthor, acts }) => {
      const counts = [...new Set(acts)].map((did) => {
        const times = acts.filter((act: Act['did']) => act === did).length;
        return times === 1 ? did : `${did} ${times} times`;
      });
      const all = [...(isAuthor ? ['author'] : []), ...counts].join(', ');
      return itemKey(other) === itemKey(item) ? all : `${all} (${shortName(other, snapshot)})`;
    })
    .join('; ');
}

/** What there is to say of an item that the facts of the period do not know. */
export function describeUnknown({ repository, number }: ItemId, around: Then): string[] {
  const nothing =
    around.today === null
      ? 'nothing of that number is known'
      : 'nothing of it is known to have happened inside the period';
  return [
    `${repository}#${number}`,
    '',
    field('draft', `not in it: ${afterwards(around) ?? nothing}`),
    factsRow(around.snapshot),
  ];
}

/** What there is to say of an item of a repository that the report is not about. */
export function describeForeign(
  id: ItemId,
  explanation: Explanation | null,
  reported: readonly string[],
  snapshot: Snapshot,
): string[] {
  const { repository, number } = explanation?.item ?? id;
  const why = `${repository} is not among the repositories of the report: ${reported.join(', ')}`;
  return [
    `${repository}#${number}${explanation ? ` ${plainText(explanation.item.title)}` : ''}`,
    ...(explanation ? [itemUrl(snapshot.server, explanation.item, explanation.kind)] : []),
    '',
    ...(explanation ? [field('state', stateOf(explanation, { snapshot, today: null }))] : []),
    field('draft', `not in it: ${why}`),
    factsRow(snapshot),
  ];
}

function factsRow({ collected, period }: Snapshot): string {
  return field(
    'facts',
    `from ${sources[collected.source].title}, ${period.start} to ${period.end}`,
  );
}

/** `#12`, or `owner/name#12` of another repository than the first. */
function shortName({ repository, number }: ItemId, { repositories }: Snapshot): string {
  const own = repository.toLowerCase() === repositories[0]?.toLowerCase();
  return `${own ? '' : repository}#${number}`;
}

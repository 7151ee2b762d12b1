import type { Claim } from '../categorise/decision.ts';
import type { Explanation, Place } from '../compose/explain.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type ItemId, itemUrl } from '../snapshot/reference.ts';
import type { Act, Snapshot } from '../snapshot/schema.ts';

/** An explanation, line by line. */
export function describe(
  { item, kind, places, decision, rank, exclusion, absence, people }: Explanation,
  snapshot: Snapshot,
  sections: readonly { id: string; title: string }[],
): string[] {
  const title = (id: string) => sections.find((section) => section.id === id)?.title ?? id;
  return [
    `${item.repository}#${item.number} ${plainText(item.title)}`,
    itemUrl(snapshot.server, item, kind),
    '',
    row(
      'state',
      `${item.state} at the end of the period${'mergedAt' in item && item.mergedAt !== null ? `, merged ${item.mergedAt}` : ''}`,
    ),
    row(
      'report',
      places.length > 0
        ? places.map((place) => placeNames[place]).join('; ')
        : whyAbsent(exclusion, absence),
    ),
    ...(decision
      ? [
          row('section', `${title(decision.section)}, ${because(decision)}`),
          ...decision.next.map((claim) =>
            row('next', `${title(claim.section)}, ${because(claim)}`),
          ),
        ]
      : []),
    ...(rank
      ? [
          row(
            'rank',
            `${rank.place} of ${rank.of}: ${count(rank.people, 'person', 'people')}, ${count(rank.posts, 'post', 'posts')} inside the period; ${rank.limit} are shown`,
          ),
        ]
      : []),
    ...people.map(({ credit, acts }, index) =>
      row(
        index === 0 ? 'credits' : '',
        `${credit.login === null ? '' : '@'}${plainText(credit.name)}: ${didWhat(acts, index === 0)}`,
      ),
    ),
    row(
      'facts',
      `from ${snapshot.collected.source}, ${snapshot.period.start} to ${snapshot.period.end}`,
    ),
  ];
}

const placeNames: Record<Place, string> = {
  merged: 'merged pull requests',
  closedUnmerged: 'closed without being merged',
  closedIssues: 'closed issues',
  active: 'active and still open',
  issues: 'most active issues',
  moreIssues: 'active, but below the limit of issues shown',
};

function whyAbsent(exclusion: Explanation['exclusion'], absence: Explanation['absence']): string {
  if (exclusion)
    return `left out by the config: ${exclusion.rule} matches ${plainText(exclusion.evidence)}`;
  if (absence === 'not-merged-inside') return 'not in it: not merged inside the period';
  if (absence === 'no-activity') return 'not in it: nothing happened to it inside the period';
  return 'not in it';
}

function because({ rule, pattern, evidence }: Claim): string {
  if (rule === 'fallback') return 'the fallback, which takes what no section claims';
  return `because of its ${rule}: ${plainText(evidence)}${pattern === evidence ? '' : ` (${plainText(pattern)})`}`;
}

function didWhat(acts: readonly Act['did'][], isAuthor: boolean): string {
  const counts = [...new Set(acts)].map((did) => {
    const times = acts.filter((act) => act === did).length;
    return times === 1 ? did : `${did} ${times} times`;
  });
  return [...(isAuthor ? ['author'] : []), ...counts].join(', ');
}

/** What there is to say of an item that the facts do not know. */
export function describeUnknown(
  { repository, number }: ItemId,
  { period, collected }: Snapshot,
): string[] {
  return [
    `${repository}#${number} is not in the report.`,
    row('why', `nothing of it is known to have happened from ${period.start} to ${period.end}`),
    row('facts', `from ${collected.source}`),
  ];
}

/** One fact: its name, and what there is to say of it. */
export function row(name: string, text: string): string {
  return `${name.padEnd(9)}${text}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

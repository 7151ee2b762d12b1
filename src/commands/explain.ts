import { type Explanation, explain as explainItem, type Place } from '../compose/explain.ts';
import type { Claim } from '../categorise/decision.ts';
import { UsageError } from '../errors.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type ItemId, itemUrl } from '../snapshot/reference.ts';
import type { Act, Snapshot } from '../snapshot/schema.ts';
import { collectFacts } from './collect-facts.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { FactOptions } from './options.ts';

/**
 * Tells why one item of the period is where it is in the report, or why it is not in it.
 *
 * @param name `owner/name#12`, `#12` of the first repository, or the URL of an issue or pull request
 */
export async function explain(
  name: string,
  options: FactOptions,
  environment: Environment,
): Promise<ExitCode> {
  const named = readName(name);
  const repo =
    options.repo.length === 0 && named.repository !== null ? [named.repository] : options.repo;
  const { snapshot, config } = await collectFacts({ ...options, repo }, environment);
  const id = {
    repository: named.repository ?? snapshot.repositories[0] ?? '',
    number: named.number,
  };
  const explanation = explainItem(snapshot, config, id);
  const lines = explanation
    ? describe(explanation, snapshot, config.sections)
    : describeUnknown(id, snapshot);
  environment.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return snapshot.complete ? 0 : 1;
}

function readName(name: string): { repository: string | null; number: number } {
  const match =
    /^(?:([\w.-]+\/[\w.-]+))?#([1-9]\d{0,9})$/.exec(name) ??
    /^https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/(?:pull|issues)\/([1-9]\d{0,9})(?:[/?#].*)?$/.exec(
      name,
    ) ??
    /^()([1-9]\d{0,9})$/.exec(name);
  if (!match) {
    throw new UsageError('item-invalid', `"${name}" is not an issue or pull request.`, {
      hint: 'Use linuxkit/linuxkit#1764, #1764, or its URL.',
    });
  }
  return {
    repository: match[1] === undefined || match[1] === '' ? null : match[1],
    number: Number(match[2]),
  };
}

function describe(
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

function describeUnknown(
  { repository, number }: ItemId,
  { period, collected }: Snapshot,
): string[] {
  return [
    `${repository}#${number} is not in the report.`,
    row('why', `nothing of it is known to have happened from ${period.start} to ${period.end}`),
    row('facts', `from ${collected.source}`),
  ];
}

function row(name: string, text: string): string {
  return `${name.padEnd(9)}${text}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

import type { ItemDates } from '../facts/item-dates.ts';
import type { IssueFacts } from '../facts/item-facts.ts';
import type { ItemKind } from '../facts/item-kinds.ts';
import type { Run } from '../run.ts';
import type { SurveyedRepository } from '../survey/survey-repository.ts';
import { fewCandidates } from '../survey/estimate.ts';
import { readByIds } from './one-by-one/by-id.ts';
import { holdsAllSince, listRecentlyUpdated } from './recently-updated.ts';
import { countField } from '../survey/count-field.ts';
import { divideTime } from './search/ranges.ts';
import { searchAll, splitSearch } from './search/search-all.ts';
import { toSeconds } from '../survey/seconds.ts';

/** From this share of active candidates on, reading the facts of all takes less than checking. */
const largeShare = 1 / 3;
/** How many parts time is first divided into, before and inside the period. */
const firstParts = 11;

/**
 * The facts of all items that may have been active inside the period, and of some others. Candidates
 * are those created before its end and updated since its start: GitHub has the latest update alone.
 */
export async function findItems<Facts extends IssueFacts>(
  run: Run,
  repository: SurveyedRepository,
  kind: ItemKind<Facts>,
): Promise<Facts[]> {
  const { period } = run;
  const { connection } = kind;
  const query = { ...kind, fragment: kind.facts };
  const first = repository[connection];
  const isCandidate = ({ createdAt, updatedAt }: ItemDates) =>
    createdAt < period.end && updatedAt >= period.start;
  const withRepository = ({ id, number }: ItemDates) => {
    return { id, number, repository: repository.nameWithOwner };
  };
  if (holdsAllSince(first, period.start)) {
    const candidates = first.nodes.filter(isCandidate);
    // A list shorter than GitHub's own count is missing some.
    if (candidates.length >= repository.counts[connection]) {
      return readByIds(run, query, candidates.map(withRepository));
    }
  }
  const searching = searchCandidates(run, repository, kind);
  const list = { repository: repository.nameWithOwner, connection, first };
  const [found, recent] = await Promise.all([
    searching,
    listRecentlyUpdated(run, list, async () => (await searching).ids),
  ]);
  const unknown = recent.filter((item) => isCandidate(item) && !found.ids.has(item.id));
  const active = [...found.active, ...unknown].map(withRepository);
  return [...found.items, ...(await readByIds(run, query, active))];
}

interface Candidates<Facts> {
  ids: ReadonlySet<string>;
  /** Those whose facts were read right away. */
  items: Facts[];
  /** Those that may have been active, and whose facts are still to be read. */
  active: ItemDates[];
}

async function searchCandidates<Facts extends IssueFacts>(
  run: Run,
  repository: SurveyedRepository,
  kind: ItemKind<Facts>,
): Promise<Candidates<Facts>> {
  const { nameWithOwner, createdAt } = repository;
  const { start, end } = run.period;
  const count = repository.counts[kind.connection];
  const [from, to] = [toSeconds(start), toSeconds(end)];
  const created = Math.min(toSeconds(createdAt), to);
  const plan = {
    repository: nameWithOwner,
    connection: kind.connection,
    terms: {
      text: `repo:${nameWithOwner} ${kind.is} updated:>=${start}`,
      updatedSince: start,
      by: 'created' as const,
    },
    // Imported items may be older than the repository, and than GitHub.
    bounds: distinct([
      0,
      ...divideTime(created, from, firstParts),
      ...divideTime(Math.max(created, from), to, firstParts),
    ]),
    count,
  };
  const [pieces, share] = await Promise.all([
    splitSearch(run, plan),
    count <= fewCandidates ? 1 : activeShare(run, plan.terms.text, count),
  ]);
  if (share >= largeShare) {
    const found = await searchAll(run, { ...kind, fragment: kind.facts }, plan, pieces);
    return { ids: new Set(found.keys()), items: [...found.values()], active: [] };
  }
  const checking = { ...kind, operation: 'Checks' as const, fragment: kind.check };
  const found = await searchAll(run, checking, plan, pieces);
  const active = [...found.values()].filter(({ mayBeActive }) => mayBeActive);
  return { ids: new Set(found.keys()), items: [], active };
}

/** Each bound once: between equal ones there is nothing to count. */
function distinct(bounds: readonly number[]): number[] {
  return [...new Set(bounds)];
}

/** The share of the candidates that are known to be active: their latest update lies inside. */
async function activeShare({ requester, period }: Run, text: string, count: number) {
  const { start, end } = period;
  const inside = text.replace(`updated:>=${start}`, `updated:${start}..${end} created:<${end}`);
  return (await requester.ask(countField(inside))) / count;
}

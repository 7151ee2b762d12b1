import type { IssueFacts } from '../facts/item-facts.ts';
import type { Kind } from '../facts/item-kinds.ts';
import type { Run } from '../run.ts';
import { readNodes } from './one-by-one/by-id.ts';
import { divide } from './search/ranges.ts';
import type { Repository } from '../survey/repository.ts';
import { searchAll, splitSearch } from './search/search-all.ts';
import { countField } from './search/read-range.ts';
import { toSeconds } from './search/seconds.ts';
import type { Row } from '../facts/item-dates.ts';
import { covers, touchedLately } from './recently-updated.ts';

/** Up to so many candidates, details of all cost less than finding out which were active. */
const few = 300;
/** From this share of active ones on, too. */
const most = 1 / 3;
/** First guesses at how to split time. */
const parts = 11;

/**
 * The facts of all items that may have been active inside the period, and of some others. Candidates
 * are those created before its end and updated since its start: GitHub knows only the latest update.
 */
export async function findItems<Facts extends IssueFacts>(
  run: Run,
  repository: Repository,
  kind: Kind<Facts>,
): Promise<Facts[]> {
  const { period } = run;
  const { connection } = kind;
  const wanted = { ...kind, selection: kind.facts };
  const first = repository[connection];
  const isCandidate = ({ createdAt, updatedAt }: Row) =>
    createdAt < period.end && updatedAt >= period.start;
  const named = ({ id, number }: Row) => ({ id, number, repository: repository.nameWithOwner });
  if (covers(first, period.start)) {
    const candidates = first.nodes.filter(isCandidate);
    const count = repository.counts[connection];
    // A list that ends before GitHub's own count of it does is not to be trusted.
    if (candidates.length >= count) return readNodes(run, wanted, candidates.map(named));
  }
  const searching = search(run, repository, kind);
  const head = { repository: repository.nameWithOwner, connection, first };
  const [found, touched] = await Promise.all([
    searching,
    touchedLately(run, head, async () => (await searching).ids),
  ]);
  const unknown = touched.filter((item) => isCandidate(item) && !found.ids.has(item.id));
  const active = [...found.active, ...unknown].map(named);
  return [...found.items, ...(await readNodes(run, wanted, active))];
}

interface Found<Facts> {
  /** All candidates. */
  ids: ReadonlySet<string>;
  items: Facts[];
  /** Active ones whose facts are still to be read. */
  active: Row[];
}

async function search<Facts extends IssueFacts>(
  run: Run,
  repository: Repository,
  kind: Kind<Facts>,
): Promise<Found<Facts>> {
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
      ...divide(created, from, parts),
      ...divide(Math.max(created, from), to, parts),
    ]),
    count,
  };
  const [pieces, share] = await Promise.all([
    splitSearch(run, plan),
    count <= few ? 1 : shareInside(run, plan.terms.text, count),
  ]);
  if (share >= most) {
    const found = await searchAll(run, { ...kind, selection: kind.facts }, plan, pieces);
    return { ids: new Set(found.keys()), items: [...found.values()], active: [] };
  }
  const probing = { ...kind, operation: 'Probe' as const, selection: kind.probe };
  const found = await searchAll(run, probing, plan, pieces);
  const active = [...found.values()].filter((probe) => probe.active);
  return { ids: new Set(found.keys()), items: [], active };
}

/** Each bound once: between two that are equal there is nothing to count. */
function distinct(bounds: readonly number[]): number[] {
  return [...new Set(bounds)];
}

/** Of the candidates, those whose latest update lies inside: the only ones known to be active. */
async function shareInside({ requester, period }: Run, text: string, count: number) {
  const { start, end } = period;
  const inside = text.replace(`updated:>=${start}`, `updated:${start}..${end} created:<${end}`);
  return (await requester.ask(countField(inside))) / count;
}

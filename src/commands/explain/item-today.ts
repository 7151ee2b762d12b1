import { secondBefore } from '../../period/instant.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import { holdsAnyPeriod } from '../facts/asked-period.ts';
import { collectFacts, type Facts } from '../facts/collect-facts.ts';
import type { Environment } from '../environment.ts';
import type { FactOptions } from '../facts/options.ts';

/**
 * An item as it is now: a snapshot says nothing of what came after its period. Asked as what
 * somebody cites, for the last second; null when the source holds one period, or knows no such item.
 */
export async function itemToday(
  id: ItemId,
  { snapshot, config, directory }: Facts,
  options: FactOptions,
  environment: Environment,
): Promise<PullRequest | Issue | null> {
  const { now } = environment;
  if (!holdsAnyPeriod(options) || snapshot.period.end >= now) return null;
  const { week: _week, month: _month, strict: _strict, ...rest } = options;
  const { snapshot: latest } = await collectFacts(
    { ...rest, since: secondBefore(now), until: now, org: [], repo: [id.repository] },
    environment,
    { settings: { config, directory }, cited: () => [id] },
  );
  const items = [...latest.pullRequests, ...latest.issues];
  return items.find((item) => itemKey(item) === itemKey(id)) ?? null;
}

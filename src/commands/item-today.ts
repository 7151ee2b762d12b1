import { secondBefore } from '../period/instant.ts';
import { type ItemId, itemKey } from '../snapshot/reference.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import { holdsAnyPeriod } from './asked-period.ts';
import { collectFacts, type Facts } from './collect-facts.ts';
import type { Environment } from './environment.ts';
import type { FactOptions } from './options.ts';

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

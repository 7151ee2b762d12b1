import type { Config } from '../../config/schema/schema.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import { secondBefore } from '../../period/instant.ts';
import type { Issue, PullRequest, Snapshot } from '../../snapshot/schema.ts';
import type { Environment } from '../environment.ts';
import { collectFacts } from '../facts/collect-facts.ts';
import type { FactOptions } from '../facts/options.ts';
import { holdsAnyPeriod, openSource } from '../facts/source/open-source.ts';

/**
 * An item as it is now, which a snapshot of an earlier period can't show. It is collected as a cited
 * item of the last second; null when the source holds one period only, or doesn't have the item.
 */
export async function itemToday(
  id: ItemId,
  { period }: Snapshot,
  config: Config,
  options: FactOptions,
  environment: Environment,
): Promise<PullRequest | Issue | null> {
  const { now } = environment;
  if (!holdsAnyPeriod(options) || period.end >= now) return null;
  const { week: _week, month: _month, strict: _strict, ...others } = options;
  const asked = { ...others, since: secondBefore(now), until: now, org: [], repo: [id.repository] };
  const query = await openSource(asked, config, environment);
  const { pullRequests, issues } = await collectFacts(query, [id], {}, environment);
  return [...pullRequests, ...issues].find((item) => itemKey(item) === itemKey(id)) ?? null;
}

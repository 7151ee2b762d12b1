import type { Config } from '../../config/schema/schema.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { composeWithDecisions } from '../compose.ts';
import { Explainer } from './explainer.ts';
import type { Explanation } from './explanation.ts';

/**
 * Explains one item of a snapshot; null when the snapshot lacks it.
 *
 * @param composition the report to explain, for callers that have composed it already
 */
export function explainItem(
  snapshot: Snapshot,
  config: Config,
  id: ItemId,
  composition = composeWithDecisions(snapshot, config),
): Explanation | null {
  return new Explainer(snapshot, config, composition).of(itemKey(id));
}

import type { Explainer } from '../../compose/explain/explainer.ts';
import type { Naming } from '../../compose/refs.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { DraftPlaces } from './draft-places.ts';

/** What single items are described with. */
export interface ItemContext {
  snapshot: Snapshot;
  config: Config;
  naming: Naming;
  explainer: Explainer;
  places: DraftPlaces;
}

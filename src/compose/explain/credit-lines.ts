import type { Contribution } from './contributions.ts';
import type { Explanation } from './explanation.ts';
import { type ItemId, itemKey } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Act, Snapshot } from '../../snapshot/schema.ts';
import { field, shortName } from './fields.ts';

/** Whom the entry of an item credits, and for what. */
export function creditLines(
  { item, contributions, collapsed }: Explanation,
  snapshot: Snapshot,
): string[] {
  if (collapsed) return [field('credits', 'none: bots are not credited')];
  return contributions.map(({ credit, parts }, index) => {
    const name = `${credit.login === null ? '' : '@'}${plainText(credit.name)}`;
    return field(index === 0 ? 'credits' : '', `${name}: ${actsIn(parts, item, snapshot)}`);
  });
}

function actsIn(parts: Contribution['parts'], item: ItemId, snapshot: Snapshot): string {
  return parts
    .map(({ item: other, wrote, acts }) => {
      const counts = [...new Set(acts)].map((did) => {
        const times = acts.filter((act: Act['did']) => act === did).length;
        return times === 1 ? did : `${did} ${times} times`;
      });
      const all = [...(wrote === null ? [] : [wrote]), ...counts].join(', ');
      return itemKey(other) === itemKey(item) ? all : `${all} (${shortName(other, snapshot)})`;
    })
    .join('; ');
}

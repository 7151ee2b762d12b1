import { type Draft, type DraftGroup, entriesIn, groupsIn } from '../../report/draft/draft.ts';
import type { InsteadOfDraft } from '../../report/draft/groups-to-record.ts';
import type { ChosenDecisions } from '../choice/choose.ts';
import type { GroupPlaces } from '../match/group-places.ts';
import type { PassageDecisions } from '../match/passages.ts';

/**
 * What the file has instead of the draft, because changes are left for later.
 *
 * @param leads the hashes of former leads
 */
export function insteadOf(
  { sections }: Draft,
  { left: { items } }: ChosenDecisions,
  places: GroupPlaces,
  decided: readonly PassageDecisions[],
  leads: ReadonlyMap<DraftGroup, string>,
): InsteadOfDraft {
  const isLeft = (group: DraftGroup) =>
    !places.of(group) &&
    entriesIn(group).every((entry) => entry.items.every((one) => items.has(one)));
  const missing = items.size > 0 ? sections.flatMap(groupsIn).filter(isLeft) : [];
  return {
    items,
    passages: new Map(decided.flatMap(({ instead }) => [...instead])),
    below: new Map(decided.flatMap(({ below }) => [...below])),
    leads: new Map([...leads, ...missing.map((group) => [group, null] as const)]),
  };
}

import { type Draft, type DraftGroup, entriesIn, groupsIn } from '../../report/draft/draft.ts';
import type { InsteadOfDraft } from '../../report/draft/groups-to-record.ts';
import type { ChosenDecisions } from '../choice/choose.ts';
import type { GroupPlaces } from '../match/group-places.ts';
import type { PassageDecisions } from '../match/passages.ts';
import type { Removals } from './group-edits.ts';
import type { LeadFates } from './stale-leads.ts';

/** What the file has instead of the draft, because changes are left for later. */
export function insteadOf(
  { sections }: Draft,
  { left: { items } }: ChosenDecisions,
  places: GroupPlaces,
  removed: Removals,
  decided: readonly PassageDecisions[],
  leads: LeadFates,
): InsteadOfDraft {
  const isThere = (group: DraftGroup) => {
    const place = places.of(group);
    return place && !(place.group && removed.groups.has(place.group));
  };
  const isLeft = (group: DraftGroup) =>
    !isThere(group) &&
    entriesIn(group).every((entry) => entry.items.every((one) => items.has(one)));
  const missing = items.size > 0 ? sections.flatMap(groupsIn).filter(isLeft) : [];
  return {
    items,
    passages: new Map(decided.flatMap(({ instead }) => [...instead])),
    below: new Map(decided.flatMap(({ below }) => [...below])),
    leads: new Map([...leads.left, ...missing.map((group) => [group, null] as const)]),
  };
}

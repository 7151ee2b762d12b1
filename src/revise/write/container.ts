import type { DraftGroup } from '../../report/draft/draft.ts';
import { type ReportGroup, groupPath, type ReportGroups } from '../../report/groups.ts';
import type { BulletList } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { GroupPlaces, GroupPlace } from '../match/group-places.ts';
import type { SectionPlace } from '../match/section-places.ts';

/** What new elements of a draft's section or group go into. */
export interface Container {
  section: ReportSection;
  /** The place of the group; null for a section. */
  place: GroupPlace | null;
  /** The innermost group of the file that is the place of one of the draft's; null outside of all. */
  around: ReportGroup | null;
  /** The list that elements go to, unless the draft has several. */
  list: BulletList | null;
}

/** The container of a section's own elements: a list in one of its groups is none of theirs. */
export function sectionContainer(
  { section, list }: SectionPlace,
  groups: ReportGroups,
  places: GroupPlaces,
): Container {
  const [first] = list?.items ?? [];
  const path = first ? groupPath(groups.around(first)) : [];
  const isGroups = path.some((group) => places.has(group));
  return { section, place: null, around: null, list: isGroups ? null : list };
}

/** The container of a group in another; null when the file doesn't have it. */
export function groupContainer(
  group: DraftGroup,
  within: Container,
  places: GroupPlaces,
): Container | null {
  const place = places.of(group);
  if (!place) return null;
  return { ...within, place, around: place.group ?? within.around, list: place.list };
}

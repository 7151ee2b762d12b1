import type { Draft } from '../../report/draft/draft.ts';
import type { EditedReport } from './edited-report.ts';
import { type GroupPlaces, placeGroups } from './group-places.ts';
import { type PlaceOf, placeSections } from './section-places.ts';

/** Where the edited file has what the draft has. */
export interface Places {
  sections: PlaceOf;
  groups: GroupPlaces;
}

export function placesIn(edited: EditedReport, draft: Draft): Places {
  const sections = placeSections(edited, draft);
  return { sections, groups: placeGroups(edited, draft, sections) };
}

import type { Edit } from '../../markdown/edit.ts';
import { type DraftGroup, type DraftSection, groupsIn } from '../../report/draft/draft.ts';
import type { ReportGroup } from '../../report/groups.ts';
import { leadHashOf } from '../../report/record/as-read.ts';
import { recordedGroups } from '../../report/record/recorded-groups.ts';
import type { Fate, LeadChange } from '../choice/planned-change.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { GroupPlaces } from '../match/group-places.ts';
import { replaceBlock } from './blocks.ts';
import { replaceAbove, replaceLead } from './bullets.ts';
import type { Removals } from './group-edits.ts';

/** A lead of the file that is out of date. */
export interface StaleLead {
  place: ReportGroup;
  group: DraftGroup;
  change: LeadChange;
}

/** The groups of a section whose leads are out of date, where nobody has touched them, in the file. */
export function staleLeads(
  edited: EditedReport,
  section: DraftSection,
  places: GroupPlaces,
): StaleLead[] {
  const { report, record } = edited;
  const recorded = recordedGroups(record.sections.find(({ path }) => path === section.path));
  return groupsIn(section).flatMap((group): StaleLead[] => {
    const place = places.of(group)?.group;
    if (!place) return [];
    const before = leadHashOf(report.text, place);
    if (before === group.hash || !(before in recorded)) return [];
    const edit = leadEdit(edited, place, group);
    const change: LeadChange = {
      ...{ kind: 'lead', section: section.path },
      ...{ before, after: group.hash, edit },
    };
    return [{ place, group, change }];
  });
}

function leadEdit({ report }: EditedReport, place: ReportGroup, { lead }: DraftGroup): Edit {
  if (place.kind === 'item') return replaceLead(report.text, place.bullet, lead);
  if (place.kind === 'blocks') return replaceBlock(report, place.lead, lead);
  return replaceAbove(report.text, place.list, lead);
}

/** What becomes of leads that are out of date. */
export interface LeadFates {
  changes: LeadChange[];
  made: StaleLead[];
  /** Those that stay, by their hashes. */
  left: Map<DraftGroup, string>;
  /** The groups with other leads, or with leads that are the editor's from now on. */
  others: Set<ReportGroup>;
}

/** @param removed what goes as a whole needs no other lead */
export function leadFates(
  stale: readonly StaleLead[],
  removed: Removals,
  fateOf: (change: LeadChange) => Fate,
): LeadFates {
  const fates: LeadFates = { changes: [], made: [], left: new Map(), others: new Set() };
  for (const one of stale) {
    const { place, group, change } = one;
    if (removed.groups.has(place)) continue;
    const fate = fateOf(change);
    fates.changes.push(change);
    if (fate === 'left') fates.left.set(group, change.before);
    else fates.others.add(place);
    if (fate === 'made') fates.made.push(one);
  }
  return fates;
}

import { type DraftEntry, pathOf } from '../../report/draft/draft.ts';
import { groupPath } from '../../report/groups.ts';
import { leadHashOf } from '../../report/record/as-read.ts';
import { recordedGroups } from '../../report/record/recorded-groups.ts';
import type { EditedReport, UntouchedEntry } from './edited-report.ts';
import type { Places } from './places.ts';

/** Whether a fresh entry may replace one of the file where that is now. */
export type Stays = (untouched: UntouchedEntry, entry: DraftEntry) => boolean;

/**
 * An entry stays where the editor put it, unless the facts have moved it to another section, or from the
 * group that it was generated in to another, since.
 */
export function staysIn(
  { report, record, groups }: EditedReport,
  { sections: placeOf, groups: places }: Places,
): Stays {
  const staysInSection = ({ bullet, section }: UntouchedEntry, entry: DraftEntry): boolean => {
    const here = bullet.list.block.section;
    return placeOf(section)?.section !== here || placeOf(entry.section)?.section === here;
  };
  const recorded = new Map(record.sections.map((one) => [one.path, recordedGroups(one)]));
  const staysInGroup = ({ bullet, section, items }: UntouchedEntry, entry: DraftEntry): boolean => {
    const path = pathOf(entry.group).filter(({ hash }) => hash !== null);
    const group = path.at(-1);
    if (!group) return true;
    const here = groupPath(groups.around(bullet));
    const place = places.of(group);
    const isInPlace =
      place && (place.group ? here.includes(place.group) : place.list === bullet.list);
    if (isInPlace) return true;
    const generated = recorded.get(section) ?? {};
    const wasIn = (lead: string) => items.some((item) => generated[lead]?.items.includes(item));
    const leads = here.map((one) => leadHashOf(report.text, one));
    const isWhereGenerated =
      leads.slice(-1).some(wasIn) && leads.every((lead) => !(lead in generated) || wasIn(lead));
    return !isWhereGenerated || path.every(({ hash }) => wasIn(hash ?? ''));
  };
  return (untouched, entry) => staysInSection(untouched, entry) && staysInGroup(untouched, entry);
}

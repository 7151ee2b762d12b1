import type { RecordedGroups } from '../record/record.ts';
import { type DraftGroup, type DraftSection, entriesIn, groupsIn, ownPassagesIn } from './draft.ts';

/** The passages of a section that are in no group, and its lead if it has no other. */
export function passagesToRecord(section: DraftSection): string[] {
  const only = onlyLead(section);
  return section.elements.flatMap((element) => {
    if (element.kind === 'passage') return [element.hash];
    return element === only && only.hash !== null ? [only.hash] : [];
  });
}

/** The groups of a section with their items; undefined when it has none, or only one below a paragraph. */
export function groupsToRecord(section: DraftSection): RecordedGroups | undefined {
  const groups: RecordedGroups = {};
  if (onlyLead(section)) return undefined;
  for (const group of groupsIn(section)) {
    if (group.hash === null) continue;
    const items = entriesIn(group).flatMap((entry) => entry.items);
    const passages = ownPassagesIn(group).map(({ hash }) => hash);
    // Two groups may read the same.
    const same = groups[group.hash];
    groups[group.hash] = groupOf(
      [...(same?.items ?? []), ...items],
      [...(same?.passages ?? []), ...passages],
    );
  }
  return Object.keys(groups).length > 0 ? groups : undefined;
}

/**
 * The groups that the draft has now, and those last recorded for a section that are still there.
 *
 * @param isThere whether the file has a lead with this hash
 */
export function mergeGroups(
  before: RecordedGroups = {},
  fresh: RecordedGroups = {},
  isThere: (hash: string) => boolean,
): RecordedGroups | undefined {
  const offered = new Set(Object.values(fresh).flatMap(({ items }) => items));
  const merged = { ...fresh };
  for (const [hash, { items, passages }] of Object.entries(before)) {
    const now = fresh[hash];
    if (!now && !isThere(hash)) continue;
    const left = items.filter((item) => !offered.has(item));
    merged[hash] = groupOf([...(now?.items ?? []), ...left], (now ?? { passages }).passages ?? []);
  }
  return Object.keys(merged).length > 0 ? merged : undefined;
}

/** A group that is nothing but a paragraph and its list, in a section without others. */
function onlyLead(section: DraftSection): DraftGroup | null {
  const [only, ...others] = groupsIn(section).filter(({ hash }) => hash !== null);
  const isLead = only?.group?.kind === 'blocks' && !only.group.closing;
  return isLead && others.length === 0 ? only : null;
}

function groupOf(items: readonly string[], passages: readonly string[]): RecordedGroups[string] {
  return { items: [...new Set(items)], ...(passages.length > 0 && { passages: [...passages] }) };
}

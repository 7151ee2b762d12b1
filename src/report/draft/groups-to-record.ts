import type { RecordedGroups } from '../record/record.ts';
import {
  type DraftGroup,
  type DraftPassage,
  type DraftSection,
  entriesIn,
  groupsIn,
  ownPassagesIn,
} from './draft.ts';

/** What a file has instead of parts of a draft, where a rerun has left changes for later. */
export interface InsteadOfDraft {
  /** The items that it doesn't have as the draft has them. */
  items: ReadonlySet<string>;
  /** The hashes of former passages. */
  passages: ReadonlyMap<DraftPassage, readonly string[]>;
  /** The same, below the passages of a section or group. */
  below: ReadonlyMap<DraftSection | DraftGroup, readonly string[]>;
  /** The hashes of former leads; null for a group that it doesn't have. */
  leads: ReadonlyMap<DraftGroup, string | null>;
}

export const nothingInstead: InsteadOfDraft = {
  items: new Set(),
  passages: new Map(),
  below: new Map(),
  leads: new Map(),
};

/** The passages of a section that are in no group, and its lead if it has no other. */
export function passagesToRecord(section: DraftSection, instead = nothingInstead): string[] {
  const only = onlyLead(section);
  const passages = section.elements.flatMap((element) => {
    if (element.kind === 'passage') return passageHashes(element, instead);
    return element === only ? (leadHash(only, instead) ?? []) : [];
  });
  return [...passages, ...(instead.below.get(section) ?? [])];
}

function passageHashes(passage: DraftPassage, { passages }: InsteadOfDraft): readonly string[] {
  return passages.get(passage) ?? [passage.hash];
}

function leadHash(group: DraftGroup, { leads }: InsteadOfDraft): string | null {
  const former = leads.get(group);
  return former === undefined ? group.hash : former;
}

/** The groups of a section with their items; undefined when it has none, or only one below a paragraph. */
export function groupsToRecord(
  section: DraftSection,
  instead = nothingInstead,
): RecordedGroups | undefined {
  const groups: RecordedGroups = {};
  if (onlyLead(section)) return undefined;
  for (const group of groupsIn(section)) {
    const hash = leadHash(group, instead);
    if (hash === null) continue;
    const items = entriesIn(group)
      .flatMap((entry) => entry.items)
      .filter((item) => !instead.items.has(item));
    const passages = [
      ...ownPassagesIn(group).flatMap((passage) => passageHashes(passage, instead)),
      ...(instead.below.get(group) ?? []),
    ];
    // Two groups may read the same.
    const same = groups[hash];
    groups[hash] = groupOf(
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

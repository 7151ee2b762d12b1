import type { ChosenDecisions } from '../choice/choose.ts';
import type { Decisions } from '../decide.ts';
import {
  type Draft,
  entriesIn,
  type DraftEntry,
  type DraftSection,
} from '../../report/draft/draft.ts';
import {
  groupsToRecord,
  mergeGroups,
  passagesToRecord,
} from '../../report/draft/groups-to-record.ts';
import { type KnownFacts, memoriesOf } from '../known-facts.ts';
import type { RevisionEdits } from './edits-of.ts';
import type { EditedReport } from '../match/edited-report.ts';
import { hashesOf, hashesToRecord } from '../../report/record/as-read.ts';
import type { RecordedGroups, ReportRecord } from '../../report/record/record.ts';

/** What the editor has still to look at. */
export interface Review {
  /** The items with changes: a later run names them again. */
  pending: ReadonlySet<string>;
  /** The items in untouched entries that the draft no longer has. */
  unshown: ReadonlySet<string>;
  /** Those that the editor has looked at. */
  seen: ReadonlySet<string>;
  facts: KnownFacts;
}

type Texts = Map<string, Set<string>>;

/**
 * The record after a run: every item ever offered, with every text generated for it. An item that
 * the run itself removed from a section is forgotten there: it would pass for deleted by the editor. So is
 * one that the facts or the draft lack, as soon as the editor has seen that: its entry is the editor's from then on. What
 * is left for a later run is remembered as it was before.
 *
 * @param shown the sections of the draft that are in the file now
 */
export function newRecord(
  edited: EditedReport,
  draft: Draft,
  { recorded: decisions, left, dismissed }: ChosenDecisions,
  shown: readonly DraftSection[],
  { unplaced, leads, definitions, instead, renamed }: RevisionEdits,
  review: Review,
): ReportRecord {
  const { pending, unshown, seen, facts } = review;
  const { version, period, repository, sections: before, facts: memory } = edited.record;
  const entries = draft.sections.flatMap(entriesIn);
  const isGone = (item: string) =>
    seen.has(item) && !facts.mayLack(item) && (!facts.has(item) || unshown.has(item));
  const isStillOffered = stillOffered(edited, entries, decisions);
  const passages = new Map(before.map((section) => [section.path, section.passages]));
  const texts = new Map<string, Texts>();
  for (const { path, items } of before) {
    const staying = Object.entries(items).filter(
      ([item]) => isStillOffered(path, item) && !isGone(item),
    );
    texts.set(path, new Map(staying.map(([item, hashes]) => [item, new Set(hashes)])));
  }
  for (const { items, bullet } of dismissed)
    for (const inSection of texts.values())
      for (const item of items)
        for (const hash of hashesOf(bullet)) inSection.get(item)?.delete(hash);
  for (const { section, items } of unplaced) {
    const inSection: Texts = texts.get(section) ?? new Map<string, Set<string>>();
    for (const item of items) inSection.set(item, new Set());
    texts.set(section, inSection);
  }

  const sectionsOf = new Map<string, Set<string>>();
  for (const [path, inSection] of texts)
    for (const item of inSection.keys())
      sectionsOf.set(item, (sectionsOf.get(item) ?? new Set()).add(path));

  const shownEntries = new Set([
    ...decisions.settled.keys(),
    ...decisions.replaced.values(),
    ...decisions.added,
  ]);
  for (const entry of new Set([...shownEntries, ...entries])) {
    const { section, items, bullet } = entry;
    for (const item of items) {
      if (left.items.has(item) && !shownEntries.has(entry)) continue;
      // An item in the editor's words, or nowhere, is remembered where it was offered.
      const known = sectionsOf.get(item) ?? new Set();
      sectionsOf.set(item, known);
      const isHere = shownEntries.has(entry) || known.has(section) || seen.has(item);
      for (const path of isHere ? [section] : [...known]) {
        known.add(path);
        const inSection: Texts = texts.get(path) ?? new Map<string, Set<string>>();
        const hashes = inSection.get(item) ?? new Set();
        if (shownEntries.has(entry) || !pending.has(item))
          for (const hash of hashesToRecord(bullet)) hashes.add(hash);
        texts.set(path, inSection.set(item, hashes));
      }
    }
  }
  // A section without a place of its own, whose entries are below another heading, is not offered again.
  const offered = new Set([
    ...shown.map(({ path }) => path),
    ...[...shownEntries].map(({ section }) => section),
  ]);
  for (const section of draft.sections)
    if (offered.has(section.path)) passages.set(section.path, passagesToRecord(section, instead));

  const freshGroups = new Map(
    draft.sections.map((one) => [one.path, groupsToRecord(one, instead)]),
  );
  const formerGroups = new Map(before.map((section) => [section.path, section.groups]));
  const groupsOf = (path: string) => {
    const former = withRenamed(formerGroups.get(path), renamed, left.items);
    const groups = mergeGroups(former, freshGroups.get(path), (hash) => leads.has(hash));
    return groups && { groups };
  };
  const items = new Set([...texts.values()].flatMap((inSection) => [...inSection.keys()]));
  const current = [...items].filter((item) => !pending.has(item) && !left.items.has(item));
  const paths = new Set([...texts.keys(), ...passages.keys()]);
  return {
    version,
    period,
    repository,
    sections: [...paths].map((path) => ({
      path,
      passages: passages.get(path) ?? [],
      items: Object.fromEntries(
        [...(texts.get(path) ?? [])].map(([item, hashes]) => [item, [...hashes]]),
      ),
      ...groupsOf(path),
    })),
    ...(definitions.length > 0 && { definitions }),
    ...(memory && { facts: { ...memory, ...memoriesOf(current, facts) } }),
  };
}

/** What is left of a group for later is in it below its new lead, too. */
function withRenamed(
  groups: RecordedGroups | undefined,
  renamed: ReadonlyMap<string, string>,
  left: ReadonlySet<string>,
): RecordedGroups | undefined {
  if (!groups || left.size === 0) return groups;
  const staying = [...renamed].flatMap(([after, before]) => {
    const items = groups[before]?.items.filter((item) => left.has(item)) ?? [];
    return items.length > 0 ? [[after, { items }] as const] : [];
  });
  return { ...groups, ...Object.fromEntries(staying) };
}

/** Whether a section still has an item: in the draft, in an entry that stays, or in the editor's words. */
function stillOffered(
  { entries: untouched }: EditedReport,
  fresh: readonly DraftEntry[],
  { removed, replaced }: Decisions,
): (section: string, item: string) => boolean {
  const gone = new Set([...removed, ...replaced.keys()]);
  const places = new Set(
    [...fresh, ...untouched.filter((one) => !gone.has(one))].flatMap(({ section, items }) =>
      items.map((item) => `${item} ${section}`),
    ),
  );
  const ours = new Set(untouched.flatMap(({ items }) => items));
  return (section, item) => places.has(`${item} ${section}`) || !ours.has(item);
}

import type { DraftEntry } from '../report/draft/draft.ts';
import type { ReportRecord } from '../report/record/record.ts';
import { titlesIn } from '../report/sections.ts';
import { type ChangedItem, ChangesSince, hasNewText } from './changes-since.ts';
import type { ChosenDecisions } from './choice/choose.ts';
import type { FrontMatterResult } from './front-matter/leave-front-matter.ts';
import type { KnownFacts } from './known-facts.ts';
import type { EditedReport } from './match/edited-report.ts';
import type { Ownership, Ownerships } from './match/ownership.ts';
import type { PlaceOf } from './match/section-places.ts';
import { missingFromDraft } from './missing-from-draft.ts';

/** What a rerun did, and what it leaves to the editor. Items are `owner/name#number`, lower case. */
export interface RerunResult {
  /** In the file for the first time. */
  added: string[];
  /** The paths of sections that the editor had deleted, added again for new entries. */
  again: string[];
  /** In untouched entries, rewritten because the facts have changed. */
  refreshed: string[];
  /** In the editor's words, and left there. */
  kept: string[];
  /** New, but already cited by the editor, and so not added. `under`: the heading above the citation. */
  cited: { item: string; under: string }[];
  /** Without a place in the report, and so in a comment for the editor, since this run or an earlier one. */
  unplaced: string[];
  /** Deleted by the editor, and left out. */
  leftOut: string[];
  /** Left unchanged although the facts have changed, until the words agree or the editor has seen it. */
  changed: ChangedItem[];
  /** In the editor's words, and left where they are, though the draft has them in another section. */
  elsewhere: { item: string; to: string }[];
  /** In entries of the file, although the facts lack them; left unchanged, and named until the editor has seen it. */
  gone: string[];
  /** The same, but the facts are incomplete and may only lack them. */
  unseen: string[];
  /** In untouched entries and in the facts, but no longer in the draft; left unchanged. */
  unshown: string[];
  /** No longer in the draft, and so not in the text that replaces an untouched entry or draft. */
  dropped: string[];
  /** The keys of the front matter. */
  frontMatter: FrontMatterResult;
}

/**
 * The result for an edited report.
 *
 * @param waiting the items in comments
 * @param seen the items whose changes the editor has seen
 * @param unplaceable the items of the draft in parts that only its template can tell apart
 */
export function resultOf(
  edited: EditedReport,
  fresh: readonly DraftEntry[],
  { made, all }: ChosenDecisions,
  placeOf: PlaceOf,
  facts: KnownFacts,
  waiting: ReadonlySet<string>,
  seen: ReadonlySet<string>,
  unplaceable: readonly string[],
): Omit<RerunResult, 'again' | 'frontMatter'> {
  const { settled, replaced, removed, added, ownerships } = made;
  const written = [...replaced.values(), ...added];
  const itemsIn = (entries: readonly DraftEntry[], ...kinds: Ownership[]) =>
    unique(entries.flatMap((entry) => ownerships.itemsOf(entry, ...kinds)));
  const offered = new Set(fresh.flatMap(({ items }) => items));
  const cited = new Set(edited.citations.map(({ item }) => item));

  const taken = [...replaced.keys(), ...removed];
  const matched = new Set([...settled.values(), ...all.replaced.keys(), ...all.removed]);
  const left = edited.entries.filter((untouched) => !matched.has(untouched));
  const leftItems = new Set(left.flatMap(({ items }) => items));
  const { reported, ...missing } = missingFromDraft(edited, left, fresh, placeOf, facts);

  const theirs = itemsIn(fresh, 'theirs');
  const since = new ChangesSince(edited, facts);
  // Whatever else names an item, one entry with what is new about it is enough.
  const offeredNow = [...settled.keys(), ...all.replaced.values(), ...all.added];
  const current = new Set(offeredNow.flatMap(({ items }) => items));
  const isPast = (item: string) => !current.has(item) && !reported.has(item) && !seen.has(item);
  const changed = fresh.flatMap((entry) => {
    const kept = new Set(ownerships.itemsOf(entry, 'theirs'));
    const stale = entry.items.filter(
      (item) => isPast(item) && (kept.has(item) || leftItems.has(item)),
    );
    const first = stale.find((item) => hasNewText(edited, item, entry));
    return stale.map((item) => ({ item, changes: since.of(item, item === first ? entry : null) }));
  });
  const named = new Set(changed.map(({ item }) => item));
  const elsewhere = unplaceable.filter((item) => isPast(item) && !named.has(item));
  changed.push(...elsewhere.map((item) => ({ item, changes: since.of(item, null) })));
  const headings = headingsAbove(edited);
  return {
    added: itemsIn(written, 'new'),
    refreshed: itemsIn(written, 'ours', 'theirs', 'deleted'),
    kept: unique([...theirs.filter((item) => ownerships.isOffered(item)), ...missing.kept]),
    cited: theirs
      .filter((item) => !ownerships.isOffered(item))
      .map((item) => ({ item, under: headings.get(item) ?? '' })),
    unplaced: [...waiting],
    leftOut: itemsIn(fresh, 'deleted').filter((item) => !waiting.has(item)),
    changed: changed.filter(({ changes }) => changes.length > 0),
    elsewhere: inOtherSections(edited, fresh, ownerships, placeOf).filter(
      ({ item }) => !seen.has(item),
    ),
    gone: [...missing.gone].filter((item) => !seen.has(item)),
    unseen: [...missing.unseen],
    unshown: [...missing.unshown],
    dropped: unique(
      taken.flatMap(({ items }) => items.filter((item) => !offered.has(item) && !cited.has(item))),
    ),
  };
}

/** The result where a fresh draft replaces an unedited one. */
export function resultOfNewDraft(before: ReportRecord, after: ReportRecord): RerunResult {
  const textsIn = ({ sections }: ReportRecord) => {
    const texts = new Map<string, string>();
    for (const { items } of sections)
      for (const [item, hashes] of Object.entries(items))
        texts.set(item, [texts.get(item) ?? '', ...hashes].join(' '));
    return texts;
  };
  const old = textsIn(before);
  const items = [...textsIn(after)];
  const now = new Set(items.map(([item]) => item));
  const keys = Object.entries(after.frontMatter ?? {});
  const had = before.frontMatter ?? {};
  const nothing = {
    again: [],
    cited: [],
    kept: [],
    unplaced: [],
    leftOut: [],
    changed: [],
    elsewhere: [],
    gone: [],
    unseen: [],
    unshown: [],
  };
  return {
    ...nothing,
    frontMatter: {
      added: keys.filter(([key]) => !Object.hasOwn(had, key)).map(([key]) => key),
      refreshed: keys
        .filter(([key, hash]) => Object.hasOwn(had, key) && had[key] !== hash)
        .map(([key]) => key),
      kept: [],
    },
    dropped: [...old.keys()].filter((item) => !now.has(item)),
    added: items.filter(([item]) => !old.has(item)).map(([item]) => item),
    refreshed: items
      .filter(([item, texts]) => old.has(item) && old.get(item) !== texts)
      .map(([item]) => item),
  };
}

/** The subjects of fresh entries in the editor's words, whose sections are not those they were offered in. */
function inOtherSections(
  { offers, citations }: EditedReport,
  fresh: readonly DraftEntry[],
  ownerships: Ownerships,
  placeOf: PlaceOf,
): RerunResult['elsewhere'] {
  const sectionsOf = new Map<string, Set<string>>();
  for (const { items, section } of fresh)
    for (const item of items)
      sectionsOf.set(item, (sectionsOf.get(item) ?? new Set()).add(section));
  return fresh.flatMap((entry) => {
    const [item = ''] = entry.items;
    if (ownerships.of(item, entry) !== 'theirs' || !ownerships.isOffered(item)) return [];
    if (offers.sectionsOf(item).some((path) => sectionsOf.get(item)?.has(path))) return [];
    const there = placeOf(entry.section)?.section;
    const isThere = citations.some((one) => one.item === item && one.block.section === there);
    return isThere ? [] : [{ item, to: titlesIn(entry.section).at(-1) ?? '' }];
  });
}

/** The titles above the first citation of each item. */
function headingsAbove({ citations }: EditedReport): Map<string, string> {
  return new Map(citations.toReversed().map(({ item, block }) => [item, block.section.title]));
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

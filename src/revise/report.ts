import type { Entry } from '../report/draft.ts';
import type { Edited } from './match/edited.ts';
import type { Homes } from './match/homes.ts';
import type { KnownFacts } from './known-facts.ts';
import type { Pairing } from './match/pair.ts';
import type { Record } from '../report/record.ts';
import { headingText } from '../report/regions.ts';
import type { Standing, Standings } from './match/standing.ts';
import { withoutNews } from './without-news.ts';

/** What a run did, and what it leaves to the editor. Items are `owner/name#number`, lower case. */
export interface Report {
  /** In the file for the first time. */
  added: string[];
  /** The paths of sections that the editor had deleted, and that something new came into. */
  again: string[];
  /** In entries nobody had edited, written anew because the facts have changed. */
  refreshed: string[];
  /** In the editor's words, and left there. */
  kept: string[];
  /** New, but cited by the editor already, and so not added. `under`: the heading above the citation. */
  cited: { item: string; under: string }[];
  /** Deleted by the editor, and left out. */
  leftOut: string[];
  /** Left as they are, though what would be said of them has changed; and new ones that only belong with them. */
  changed: string[];
  /** In entries of the file, though the facts do not have them; left where they are. */
  gone: string[];
  /** The same, but the facts are incomplete, and may only lack them. */
  unseen: string[];
  /** In entries nobody had edited, but in the draft no more, though the facts have them; left where they are. */
  unshown: string[];
  /** Not in the draft any more, and so not in what takes the place of an entry or draft nobody had edited. */
  dropped: string[];
}

/** Of an edited report. `parts`: what joint entries were taken apart into. */
export function reportOf(
  edited: Edited,
  fresh: readonly Entry[],
  standings: Standings,
  { settled, replaced, removed, added }: Pairing,
  parts: ReadonlyMap<Entry, readonly Entry[]>,
  homes: Homes,
  facts: KnownFacts,
): Omit<Report, 'again'> {
  const written = [...replaced.values(), ...added];
  const having = (entries: readonly Entry[], ...wanted: Standing[]) =>
    unique(entries.flatMap((entry) => standings.having(entry, ...wanted)));
  const offered = new Set(fresh.flatMap(({ items }) => items));
  const cited = new Set(edited.citations.map(({ item }) => item));

  const taken = [...replaced.keys(), ...removed];
  const matched = new Set([...settled.values(), ...taken]);
  const left = edited.entries.filter((untouched) => !matched.has(untouched));
  const leftItems = new Set(left.flatMap(({ items }) => items));
  const { told, ...still } = withoutNews(edited, left, fresh, homes, facts);

  const theirs = having(fresh, 'theirs');
  const changed = fresh.flatMap((entry) => {
    const kept = standings.having(entry, 'theirs');
    const stale = entry.items.filter((item) => kept.includes(item) || leftItems.has(item));
    return stale.filter((item) => !told.has(item) && isNews(edited, item, entry));
  });
  const unwritten = [...parts].flatMap(([entry, own]) => {
    const pulls = standings.having(entry, 'ours', 'new').filter((item) => entry.pulls.has(item));
    return pulls.filter((item) => !own.some(({ items }) => items.includes(item)));
  });
  return {
    added: having(written, 'new'),
    refreshed: having(written, 'ours', 'theirs', 'deleted'),
    kept: unique([...theirs.filter((item) => standings.isOffered(item)), ...still.kept]),
    cited: theirs
      .filter((item) => !standings.isOffered(item))
      .map((item) => ({ item, under: headingAbove(edited, item) })),
    leftOut: having(fresh, 'deleted'),
    changed: unique([...changed, ...unwritten]),
    gone: [...still.gone],
    unseen: [...still.unseen],
    unshown: [...still.unshown],
    dropped: unique(
      taken.flatMap(({ items }) => items.filter((item) => !offered.has(item) && !cited.has(item))),
    ),
  };
}

/** Of a draft nobody edited, in whose place a fresh one comes. */
export function reportOfNewDraft(before: Record, after: Record): Report {
  const textsIn = ({ sections }: Record) => {
    const texts = new Map<string, string>();
    for (const { items } of sections)
      for (const [item, hashes] of Object.entries(items))
        texts.set(item, [texts.get(item) ?? '', ...hashes].join(' '));
    return texts;
  };
  const old = textsIn(before);
  const items = [...textsIn(after)];
  const now = new Set(items.map(([item]) => item));
  const nothing = {
    again: [],
    cited: [],
    kept: [],
    leftOut: [],
    changed: [],
    gone: [],
    unseen: [],
    unshown: [],
  };
  return {
    ...nothing,
    dropped: [...old.keys()].filter((item) => !now.has(item)),
    added: items.filter(([item]) => !old.has(item)).map(([item]) => item),
    refreshed: items
      .filter(([item, texts]) => old.has(item) && old.get(item) !== texts)
      .map(([item]) => item),
  };
}

/** Whether something else was generated for it before. */
function isNews({ record }: Edited, item: string, { bullet }: Entry): boolean {
  const texts = record.sections.flatMap(({ items }) => items[item] ?? []);
  return texts.length > 0 && !texts.includes(bullet.hash);
}

function headingAbove({ citations }: Edited, item: string): string {
  const heading = citations.find((one) => one.item === item)?.block.region.heading;
  return heading ? headingText(heading) : '';
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

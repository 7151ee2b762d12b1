import { type Draft, entriesIn, type Section } from '../../report/draft.ts';
import type { Edited } from './edited.ts';
import type { Bullets } from '../../report/page.ts';
import { type Region, regionWithHeading } from '../../report/regions.ts';

/** Where a section lives in the edited file. */
export interface Home {
  region: Region;
  /** The list that holds most of its entries, if any does. */
  list: Bullets | null;
}

/** By the path of a section, of the draft or of an earlier one; undefined when the file has none. */
export type Homes = (path: string) => Home | undefined;

type Tally<Place> = Map<string, Map<Place, Set<string>>>;

/**
 * Sections are found by what they hold, because headings are the editor's: by the list that most of
 * their items stand in, where the heading, if it is still there, counts as one item more. Failing
 * that by the name they had before, by a comment still there, or by a table of their items. What
 * prose mentions is no home, nor is a list of another section that mentions one item only.
 */
export function findHomes(edited: Edited, draft: Draft): Homes {
  const { page, record } = edited;
  const inLists: Tally<Bullets> = new Map();
  const mentioned: Tally<Bullets> = new Map();
  const inTables: Tally<Region> = new Map();
  for (const { bullet, section, items } of edited.entries) {
    for (const item of items) count(inLists, section, bullet.list, item);
  }
  for (const { item, bullet, block } of edited.citations) {
    for (const { path } of record.sections.filter(({ items }) => item in items)) {
      if (bullet) count(mentioned, path, bullet.list, item);
      else if (block.node.type === 'table') count(inTables, path, block.region, item);
    }
  }
  const isOfAnother = headedByAnother(edited, draft);
  for (const [path, lists] of mentioned) {
    for (const [list, items] of lists) {
      const isMention =
        items.size === 1 &&
        inLists.get(path)?.has(list) !== true &&
        isOfAnother(list.block.region, path);
      if (!isMention) for (const item of items) count(inLists, path, list, item);
    }
  }

  const byItems = (path: string): Home | undefined => {
    const heading = regionWithHeading(page.regions, path);
    let best: (Home & { score: number }) | undefined;
    if (heading) best = { region: heading, list: null, score: 1 };
    for (const [list, items] of inLists.get(path) ?? []) {
      const { region } = list.block;
      const score = items.size + (region === heading ? 1 : 0);
      const wins = score > (best?.score ?? 0) || (score === best?.score && region === heading);
      if (wins) best = { region, list, score };
    }
    return best;
  };
  const byFormerName = (path: string): Home | undefined => {
    const former = formerName(draft, record.sections, path);
    return former === undefined ? undefined : byItems(former);
  };
  const byPassage = (path: string): Home | undefined => {
    const own = passagesOnlyIn(record.sections, path);
    const found = edited.passages.find(({ hash }) => own.has(hash));
    return found && { region: found.block.region, list: null };
  };
  const byTable = (path: string): Home | undefined => {
    const [found] = [...(inTables.get(path) ?? [])].sort(([, a], [, b]) => b.size - a.size);
    return found && found[1].size > 1 ? { region: found[0], list: null } : undefined;
  };

  const homes = new Map<string, Home | undefined>();
  return (path) => {
    if (!homes.has(path)) {
      const find = [byItems, byFormerName, byPassage, byTable];
      homes.set(
        path,
        find.reduce<Home | undefined>((found, by) => found ?? by(path), undefined),
      );
    }
    return homes.get(path);
  };
}

/** Whether a region has the heading of another section, of the draft or of an earlier one. */
function headedByAnother(
  { page, record }: Edited,
  { sections }: Draft,
): (region: Region, path: string) => boolean {
  const headed = new Map<Region, Set<string>>();
  for (const { path } of [...sections, ...record.sections]) {
    const region = regionWithHeading(page.regions, path);
    if (region) headed.set(region, (headed.get(region) ?? new Set()).add(path));
  }
  return (region, path) => headed.get(region)?.has(path) === false;
}

function count<Place>(tally: Tally<Place>, path: string, place: Place, item: string): void {
  const places = tally.get(path) ?? new Map<Place, Set<string>>();
  tally.set(path, places.set(place, (places.get(place) ?? new Set()).add(item)));
}

type Sections = Edited['record']['sections'];

/** The section that the draft no longer has and that held most of the items of this one. */
function formerName(draft: Draft, recorded: Sections, path: string): string | undefined {
  const section = draft.sections.find((other) => other.path === path);
  const items = section ? entriesIn(section).flatMap((entry) => entry.items) : [];
  const paths = new Set(draft.sections.map((other: Section) => other.path));
  const [best] = recorded
    .filter((former) => !paths.has(former.path))
    .map((former) => ({
      path: former.path,
      shared: items.filter((item) => item in former.items).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return best?.path;
}

function passagesOnlyIn(recorded: Sections, path: string): Set<string> {
  const elsewhere = recorded.filter((other) => other.path !== path);
  const taken = new Set(elsewhere.flatMap(({ passages }) => passages));
  const own = recorded.find((other) => other.path === path)?.passages ?? [];
  return new Set(own.filter((hash) => !taken.has(hash)));
}

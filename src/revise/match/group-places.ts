import type { Draft, DraftElement, DraftGroup, DraftSection } from '../../report/draft/draft.ts';
import { type BlockGroup, type ReportGroup, groupPath } from '../../report/groups.ts';
import type { Block, BulletList } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { EditedReport } from './edited-report.ts';
import { FileGroups, itemsOf, mostOf, type ItemCounts } from './file-groups.ts';
import type { PlaceOf } from './section-places.ts';

/** The place of a draft's group in the edited file. */
export interface GroupPlace {
  /** Null where the editor has deleted its lead, or left only that. */
  group: ReportGroup | null;
  /** The list with most of its entries; null when it has none. */
  list: BulletList | null;
  /** The blocks that it consists of; null for a list item, and where only a list is left. */
  blocks: Pick<BlockGroup, 'lead' | 'last' | 'closing'> | null;
}

/** The places of a draft's groups. */
export class GroupPlaces {
  readonly #places: ReadonlyMap<DraftGroup, GroupPlace>;
  readonly #groups: ReadonlySet<ReportGroup>;

  constructor(places: ReadonlyMap<DraftGroup, GroupPlace>) {
    this.#places = places;
    this.#groups = new Set([...places.values()].flatMap(({ group }) => group ?? []));
  }

  /** Undefined when the file has no such group. */
  of(group: DraftGroup): GroupPlace | undefined {
    return this.#places.get(group);
  }

  /** Whether a group of the file is the place of one of the draft. */
  has(group: ReportGroup): boolean {
    return this.#groups.has(group);
  }
}

/** Finds the groups of a draft, section by section. */
export function placeGroups(
  edited: EditedReport,
  { sections }: Draft,
  placeOf: PlaceOf,
): GroupPlaces {
  const places = new Map<DraftGroup, GroupPlace>();
  const hasGroups = sections.some(({ elements }) => elements.some(({ kind }) => kind === 'group'));
  const file = hasGroups ? new FileGroups(edited) : null;
  for (const section of sections) {
    const at = placeOf(section.path)?.section;
    if (file && at) new GroupSearch(file, places, section, at).place(section.elements, null);
  }
  return new GroupPlaces(places);
}

/** Where to look for groups of the draft. */
interface Around {
  /** The group of the file around them. */
  inside: ReportGroup | null;
  isWhole: boolean;
  /** The hashes of their leads. */
  names: ReadonlySet<string | null>;
}

/**
 * Groups are found by their leads and by their items, inside the group around them: first by a lead
 * that reads as in the draft; then by the most of their items, where the lead is the editor's, or a
 * former one of the draft; and where their lead was deleted, by a list with their items.
 */
class GroupSearch {
  readonly #taken = new Set<ReportGroup | Block>();

  readonly #file: FileGroups;
  readonly #places: Map<DraftGroup, GroupPlace>;
  readonly #path: string;
  readonly #at: ReportSection;
  /** The items that the draft has in the section. */
  readonly #fresh: ReadonlySet<string>;

  /** `at`: the section of the file for that of the draft. */
  constructor(
    file: FileGroups,
    places: Map<DraftGroup, GroupPlace>,
    section: DraftSection,
    at: ReportSection,
  ) {
    this.#file = file;
    this.#places = places;
    this.#path = section.path;
    this.#fresh = itemsOf(section);
    this.#at = at;
  }

  /** `isWhole`: whether the file has what is around the elements, and not only parts of it. */
  place(elements: readonly DraftElement[], inside: ReportGroup | null, isWhole = true): void {
    const groups = namedIn(elements);
    const counted = new Map(
      groups.map((group) => [group, this.#file.counts(group, this.#path, this.#at)]),
    );
    const names = new Set(groups.map(({ hash }) => hash));
    for (const find of [this.#byLead, this.#byItems, this.#byList]) {
      for (const [group, counts] of counted) {
        if (this.#places.has(group)) continue;
        const found = find.call(this, group, counts, { inside, isWhole, names });
        if (!found) continue;
        this.#places.set(group, found);
        for (const one of [found.group, found.blocks?.lead]) if (one) this.#taken.add(one);
      }
    }
    for (const group of groups) {
      const found = this.#places.get(group);
      if (found) this.place(group.elements, found.group ?? inside, found.group !== null);
    }
  }

  #byLead(group: DraftGroup, counts: ItemCounts, { inside, isWhole }: Around): GroupPlace | null {
    const same = this.#file
      .withLead(group, this.#at)
      .filter((one) => this.#isFree(one, inside) && (isWhole || counts.groups.has(one)));
    const best = mostOf(same, (one) => counts.groups.get(one) ?? 0);
    if (best) return this.#placeIn(best, counts);
    if (group.group?.kind !== 'blocks' || inside?.kind === 'item' || !isWhole) return null;
    const lead = this.#file.blockWithLead(group, this.#at, inside);
    if (!lead || this.#taken.has(lead)) return null;
    return { group: null, list: null, blocks: { lead, last: lead, closing: null } };
  }

  #byItems(group: DraftGroup, counts: ItemCounts, { inside, names }: Around): GroupPlace | null {
    const fitting = [...counts.groups.keys()].filter((one) => {
      const hash = this.#file.hashOf(one);
      return (
        one.kind === group.group?.kind &&
        this.#isFree(one, inside) &&
        !names.has(hash) &&
        (!this.#file.isGenerated(hash, this.#path) || this.#mayBecome(one, group))
      );
    });
    const best = mostOf(fitting, (one) => this.#weight(one, group, counts));
    return best ? this.#placeIn(best, counts) : null;
  }

  #byList(group: DraftGroup, { lists }: ItemCounts, { inside }: Around): GroupPlace | null {
    const around = groupPath(inside);
    const wasDeleted =
      this.#file.isGenerated(group.hash ?? '', this.#path) && !this.#file.hasLead(group);
    const fitting = [...lists.keys()].filter((list) => {
      const path = list.items.slice(0, 1).flatMap((bullet) => this.#file.pathOf(bullet));
      const isAnother = (one: ReportGroup) =>
        this.#taken.has(one) || this.#file.isGenerated(this.#file.hashOf(one), this.#path);
      const isInside = around.every((one) => path.includes(one));
      return isInside && (wasDeleted || !path.slice(around.length).some(isAnother));
    });
    const list = mostOf(fitting, (one) => lists.get(one) ?? 0);
    return list ? { group: null, list, blocks: null } : null;
  }

  /** Its items in the group, above all those in the editor's words: they stay where they are. */
  #weight(inFile: ReportGroup, group: DraftGroup, counts: ItemCounts): number {
    const own = itemsOf(group);
    const theirs = this.#file.theirsIn(inFile).filter((item) => own.has(item));
    return theirs.length * own.size + (counts.groups.get(inFile) ?? 0);
  }

  /** Whether the editor's words in a group of the file are about no other group of the draft. */
  #mayBecome(inFile: ReportGroup, group: DraftGroup): boolean {
    const own = itemsOf(group);
    const theirs = this.#file.theirsIn(inFile);
    return theirs.every((item) => own.has(item) || !this.#fresh.has(item));
  }

  #isFree(group: ReportGroup, inside: ReportGroup | null): boolean {
    const isInside = !inside || (group !== inside && groupPath(group).includes(inside));
    return isInside && !this.#taken.has(group);
  }

  #placeIn(group: ReportGroup, counts: ItemCounts): GroupPlace {
    const list = this.#file.listIn(group, counts);
    return { group, list, blocks: group.kind === 'blocks' ? group : null };
  }
}

/** The outermost groups with leads: a run of list items is where these are. */
function namedIn(elements: readonly DraftElement[]): DraftGroup[] {
  return elements.flatMap((element) => {
    if (element.kind !== 'group') return [];
    return element.hash === null ? namedIn(element.elements) : [element];
  });
}

import type { DraftElement, DraftLeaf, DraftSection } from '../../report/draft/draft.ts';
import type { ReportGroup } from '../../report/groups.ts';
import { type Block, type Bullet, type BulletList, withOuter } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import { type Writing, newPart } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { GroupPlaces } from '../match/group-places.ts';
import type { PassageDecisions } from '../match/passages.ts';
import type { SectionPlace } from '../match/section-places.ts';
import type { BlockInsertions } from './block-insertions.ts';
import { type Child, childrenOf } from './children.ts';
import { type Container, groupContainer, sectionContainer } from './container.ts';
import { fits } from './fits.ts';
import { Landmarks } from './landmarks.ts';
import { ListInsertions } from './list-insertions.ts';
import { newItems } from './new-list.ts';
import { endOfEntries, endOfSection } from './section-end.ts';
import type { Between, Insertion } from './spot.ts';

/**
 * Puts the new elements of sections into the places of those sections, and of their groups: below the
 * element they follow in the draft, or above the one that follows them. A group that the file doesn't
 * have is such an element, with what is new in it.
 */
export class EntryPlacement {
  readonly #edited: EditedReport;
  readonly #decisions: Writing;
  readonly #places: GroupPlaces;
  readonly #insertions: BlockInsertions;
  /** Collects what goes into lists that are there; the caller's, if it has one. */
  readonly #inLists: ListInsertions;
  readonly #landmarks: Landmarks;
  readonly #stays: (bullet: Bullet) => boolean;
  /** The ends of sections, each looked for once. */
  readonly #ends = new Map<typeof endOfEntries, Map<ReportSection, number>>();
  /** The lists that are blocks themselves. */
  readonly #lists: ReadonlyMap<Block, BulletList>;
  /** The groups of the file with new entries. */
  readonly filled = new Set<ReportGroup>();

  constructor(
    edited: EditedReport,
    decisions: Writing,
    places: GroupPlaces,
    insertions: BlockInsertions,
    inLists = new ListInsertions(edited.report.text, insertions.marker),
  ) {
    this.#edited = edited;
    this.#decisions = decisions;
    this.#places = places;
    this.#insertions = insertions;
    this.#inLists = inLists;
    const removed = new Set(decisions.removed.map(({ bullet }) => bullet));
    this.#stays = (bullet) => !withOuter(bullet).some((one) => removed.has(one));
    this.#landmarks = new Landmarks(edited, decisions, places, this.#stays);
    this.#lists = new Map(
      edited.report.bullets
        .map(({ list }) => [list.block, list] as const)
        .filter(([block, list]) => block.node === list.node),
    );
  }

  /** @returns what is new in the file of the section */
  add(
    { elements }: DraftSection,
    place: SectionPlace,
    passages: Pick<PassageDecisions, 'known'>,
  ): DraftElement[] {
    const container = sectionContainer(place, this.#edited.groups, this.#places);
    return this.#addTo(container, elements, passages);
  }

  /** Those in existing lists. */
  insertions(): Insertion[] {
    return this.#inLists.insertions();
  }

  #addTo(
    container: Container,
    elements: readonly DraftElement[],
    passages: Pick<PassageDecisions, 'known'>,
  ): DraftElement[] {
    const { added } = this.#decisions;
    const isNew = (leaf: DraftLeaf) =>
      leaf.kind === 'entry' ? added.has(leaf) : !passages.known.has(leaf);
    const children = childrenOf(elements, this.#decisions);
    const betweens = this.#landmarks.around(children, container, passages);
    return children.flatMap(({ element, run }, index) => {
      const between = betweens[index];
      const inside = element.kind === 'group' && groupContainer(element, container, this.#places);
      if (inside) return this.#addTo(inside, element.elements, passages);
      const part = newPart(element, this.#decisions, isNew);
      if (!part || !between) return [];
      this.#insert(part, run, container, between);
      return [part];
    });
  }

  #insert(element: DraftElement, run: Child['run'], container: Container, between: Between): void {
    for (let group = container.around; group; group = group.outer) this.filled.add(group);
    const [item] = newItems([element], this.#insertions.marker);
    if (!item || item.bullet.node.type === 'paragraph') {
      const end = element.kind === 'passage' ? endOfSection : endOfEntries;
      this.#insertions.add(this.#indexIn(container, between, end), element);
      return;
    }
    const { bullet } = item;
    const index = this.#indexIn(container, between, endOfEntries);
    const fitting = (spot: Between['above']['spot']) =>
      spot && fits(spot.bullet, bullet) ? spot : null;
    let upper = fitting(between.above.spot);
    let lower = fitting(between.below.spot);
    const { place } = container;
    if (!upper && !lower) {
      const last = this.#lastStaying(container.list, bullet);
      upper = last && { bullet: last, run: null };
    }
    if (!upper && !lower && place?.group?.kind === 'html') {
      // The tags around its items stay, even if none of them does.
      const last = place.group.list.items.findLast((one) => fits(one, bullet));
      upper = last ? { bullet: last, run: null } : null;
    }
    if (!upper && !lower && place?.group?.kind === 'item') {
      this.#inLists.addInside(place.group.bullet, element);
      return;
    }
    if (!upper && !lower && !this.#insertions.has(index)) {
      // Markdown would make one list of two neighbours, so the entry joins the list that is there.
      const above = this.#lastStaying(this.#listAt(index - 1, container), bullet);
      const below = this.#listAt(index, container)?.items.find(this.#stays) ?? null;
      upper = above && { bullet: above, run: null };
      lower = fitting(below && { bullet: below, run: null });
    }
    const inserted = { ...item, run };
    if (upper && (!lower || upper.run === run || lower.run !== run))
      this.#inLists.addBelow(upper, inserted);
    else if (lower) this.#inLists.addAbove(lower, inserted);
    else this.#insertions.add(index, element);
  }

  /** The index of the block that a new element goes before. */
  #indexIn(container: Container, { above, below }: Between, end: typeof endOfEntries): number {
    if (above.block) return above.block.index + 1;
    if (below.block) return below.block.index;
    const { place, section } = container;
    if (!place?.blocks) return this.#endOf(section, end);
    return place.blocks.closing?.index ?? place.blocks.last.index + 1;
  }

  #endOf(section: ReportSection, end: typeof endOfEntries): number {
    const ends = this.#ends.get(end) ?? new Map<ReportSection, number>();
    this.#ends.set(end, ends);
    const index = ends.get(section) ?? end(this.#edited, section);
    ends.set(section, index);
    return index;
  }

  #lastStaying(list: BulletList | null | undefined, bullet: Bullet): Bullet | null {
    return list?.items.findLast((one) => this.#stays(one) && fits(one, bullet)) ?? null;
  }

  #listAt(index: number, { section }: Container): BulletList | undefined {
    const block = this.#edited.report.blocks[index];
    const isList = block?.node.type === 'list' && block.node.ordered !== true;
    return block && (isList || block.node.type === 'table') && block.section === section
      ? this.#lists.get(block)
      : undefined;
  }
}

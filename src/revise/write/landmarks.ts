import type { DraftElement, DraftEntry, DraftGroup } from '../../report/draft/draft.ts';
import { groupPath } from '../../report/groups.ts';
import type { Block, Bullet, BulletList } from '../../report/outline.ts';
import type { Writing } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { GroupPlaces } from '../match/group-places.ts';
import type { PassageDecisions } from '../match/passages.ts';
import type { Child } from './children.ts';
import type { Container } from './container.ts';
import { nearestBefore } from './nearest.ts';
import type { Between, Landmark } from './spot.ts';

/** Finds the elements of a draft in the edited file. */
export class Landmarks {
  readonly #groups: EditedReport['groups'];
  readonly #places: GroupPlaces;
  readonly #bullets = new Map<string, Bullet[]>();
  /** The paragraphs in the editor's words. */
  readonly #paragraphs = new Map<string, Block[]>();
  /** The entries that are in the file, and where. */
  readonly #counterparts: ReadonlyMap<DraftElement, Bullet>;
  readonly #taken: ReadonlySet<Bullet>;
  /** The joint entries that others are parts of. */
  readonly #joint: ReadonlyMap<DraftElement, DraftEntry>;

  /** `stays`: whether a list item of the file will not be removed. */
  constructor(
    edited: EditedReport,
    { settled, replaced, parts }: Writing,
    places: GroupPlaces,
    stays: (bullet: Bullet) => boolean,
  ) {
    this.#groups = edited.groups;
    this.#places = places;
    this.#counterparts = new Map([
      ...[...settled].map(([entry, { bullet }]) => [entry, bullet] as const),
      ...[...replaced].map(([{ bullet }, entry]) => [entry, bullet] as const),
    ]);
    this.#taken = new Set(this.#counterparts.values());
    this.#joint = new Map(
      [...parts].flatMap(([joint, own]) => own.map((part) => [part, joint] as const)),
    );
    const entries = edited.entries.flatMap(({ items, bullet }) =>
      items.map((item) => ({ item, bullet })),
    );
    for (const { item, bullet } of [...entries, ...edited.citations])
      if (bullet && stays(bullet)) push(this.#bullets, item, bullet);
    for (const { item, bullet, block } of edited.citations)
      if (!bullet && block.node.type === 'paragraph') push(this.#paragraphs, item, block);
  }

  /** For each child the nearest landmarks above and below its position in the draft. */
  around(
    children: readonly Child[],
    container: Container,
    passages: Pick<PassageDecisions, 'known'>,
  ): Between[] {
    const lists = children.map(({ element }) => this.#listOf(element));
    const isOneOfSeveral = new Set(lists.filter((list) => list !== null)).size > 1;
    const inList = isOneOfSeveral ? null : container.list;
    const landmarks = children.map((child) => this.#landmarks(child, container, inList, passages));
    const above = nearestBefore(
      landmarks.map(({ last }) => last),
      lists,
    );
    const below = nearestBefore(
      landmarks.map(({ first }) => first).reverse(),
      lists.toReversed(),
    ).reverse();
    return children.map((_, index) => {
      const [upper, lower] = [above[index], below[index]];
      // An entry joins those of its own list, as long as there are any.
      const of = upper?.inList || lower?.inList ? 'inList' : 'any';
      return {
        above: { spot: upper?.[of] ?? null, block: upper?.block ?? null },
        below: { spot: lower?.[of] ?? null, block: lower?.block ?? null },
      };
    });
  }

  /** The list or table of the draft that an element is in. */
  #listOf(element: DraftElement): BulletList | null {
    if (element.kind === 'passage') return null;
    if (element.kind === 'group')
      return element.group?.kind === 'item' ? element.group.bullet.list : null;
    const { list } = (this.#joint.get(element) ?? element).bullet;
    return list.node.type === 'paragraph' ? null : list;
  }

  /** Where an element begins, and where it ends. */
  #landmarks(
    { element, run }: Child,
    container: Container,
    inList: BulletList | null,
    passages: Pick<PassageDecisions, 'known'>,
  ): { first: Landmark; last: Landmark } {
    if (element.kind === 'passage') {
      const landmark = { spot: null, block: passages.known.get(element) ?? null };
      return { first: landmark, last: landmark };
    }
    if (element.kind === 'group') return this.#ofGroup(element, run, inList);
    const own = this.#counterparts.get(element);
    const others = element.items.flatMap((item) => this.#bullets.get(item) ?? []);
    const bullets = [...(own ? [own] : []), ...others.filter((one) => !this.#taken.has(one))];
    const here = bullets.filter((bullet) => this.#isIn(bullet, container));
    const inSection = here.find((bullet) => bullet.list.block.section === container.section);
    const bullet = inList
      ? here.map((one) => itemOf(one, inList)).find((one) => one !== null)
      : inSection;
    const block = inSection?.list.block ?? this.#paragraphOf(element, container);
    const landmark = { spot: bullet ? { bullet, run } : null, block };
    return { first: landmark, last: landmark };
  }

  #ofGroup(
    group: DraftGroup,
    run: Child['run'],
    inList: BulletList | null,
  ): { first: Landmark; last: Landmark } {
    const place = this.#places.of(group);
    if (place?.blocks) {
      const { lead, last } = place.blocks;
      return { first: { spot: null, block: lead }, last: { spot: null, block: last } };
    }
    const own = place?.group?.kind === 'item' ? place.group.bullet : place?.list?.items.at(0);
    const bullet = own && inList ? itemOf(own, inList) : own;
    const landmark = {
      spot: bullet ? { bullet, run } : null,
      block: own?.list.block ?? null,
    };
    return { first: landmark, last: landmark };
  }

  /** Whether the section or group, and none inside it, is what a list item is in. */
  #isIn(bullet: Bullet, container: Container): boolean {
    const path = groupPath(this.#groups.around(bullet));
    const innermost = path.findLast((group) => this.#places.has(group)) ?? null;
    return innermost === container.around;
  }

  /** The place of a paragraph in the editor's words; for a list, a mention in prose is none. */
  #paragraphOf({ bullet, items }: DraftEntry, { section }: Container): Block | null {
    if (bullet.node.type !== 'paragraph') return null;
    const blocks = items.flatMap((item) => this.#paragraphs.get(item) ?? []);
    return blocks.find((block) => block.section === section) ?? null;
  }
}

function push<T>(map: Map<string, T[]>, item: string, one: T): void {
  map.set(item, [...(map.get(item) ?? []), one]);
}

/** The item of the list that a list item is, or is inside of. */
function itemOf(bullet: Bullet | null, list: BulletList): Bullet | null {
  if (!bullet || bullet.list === list) return bullet;
  return itemOf(bullet.outer, list);
}

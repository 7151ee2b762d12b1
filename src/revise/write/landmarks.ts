import type { DraftElement, DraftEntry } from '../../report/draft/draft.ts';
import type { Block, Bullet, BulletList } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { Decisions } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { PassageDecisions } from '../match/passages.ts';
import type { SectionPlace } from '../match/section-places.ts';

/** The counterparts of a draft's element in the place of its section. */
export interface Landmark {
  /** In the place's list. */
  bullet: Bullet | null;
  /** In its section. */
  block: Block | null;
}

/** The nearest landmarks around a new element. */
export interface Between {
  above: Landmark;
  below: Landmark;
}

/** Finds the elements of a draft in the edited file. */
export class Landmarks {
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
    { settled, replaced, parts }: Decisions,
    stays: (bullet: Bullet) => boolean,
  ) {
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

  /** For each element the nearest landmarks above and below its position in the draft. */
  around(
    elements: readonly DraftElement[],
    place: SectionPlace,
    passages: PassageDecisions,
  ): Between[] {
    const lists = elements.map((element) => this.#listOf(element));
    const isOneOfSeveral = new Set(lists.filter((list) => list !== null)).size > 1;
    const landmarks = elements.map((element) =>
      this.#landmark(element, place, passages, isOneOfSeveral),
    );
    const above = nearestBefore(landmarks, lists);
    const below = nearestBefore(landmarks.toReversed(), lists.toReversed()).reverse();
    return landmarks.map((_, index) => {
      const between = { above: above[index] ?? nowhere, below: below[index] ?? nowhere };
      // An entry joins those of its own list, as long as there are any.
      const of = between.above.inList || between.below.inList ? 'inList' : 'bullet';
      return {
        above: { bullet: between.above[of], block: between.above.block },
        below: { bullet: between.below[of], block: between.below.block },
      };
    });
  }

  /** The list or table of the draft that an entry is in. */
  #listOf(element: DraftElement): BulletList | null {
    if (element.kind === 'passage') return null;
    const { list } = (this.#joint.get(element) ?? element).bullet;
    return list.node.type === 'paragraph' ? null : list;
  }

  #landmark(
    element: DraftElement,
    { section, list }: SectionPlace,
    passages: PassageDecisions,
    isOneOfSeveral: boolean,
  ): Landmark {
    if (element.kind === 'passage')
      return { bullet: null, block: passages.known.get(element) ?? null };
    const own = this.#counterparts.get(element);
    const others = element.items.flatMap((item) => this.#bullets.get(item) ?? []);
    const bullets = [...(own ? [own] : []), ...others.filter((one) => !this.#taken.has(one))];
    const inSection = bullets.find((bullet) => bullet.list.block.section === section);
    // The place has one list only.
    const inList = isOneOfSeveral
      ? inSection
      : bullets.map((bullet) => itemOf(bullet, list)).find((bullet) => bullet !== null);
    const block = inSection?.list.block ?? this.#paragraphOf(element, section);
    return { bullet: inList ?? null, block };
  }

  /** The place of a paragraph in the editor's words; for a list, a mention in prose is none. */
  #paragraphOf({ bullet, items }: DraftEntry, section: ReportSection): Block | null {
    if (bullet.node.type !== 'paragraph') return null;
    const blocks = items.flatMap((item) => this.#paragraphs.get(item) ?? []);
    return blocks.find((block) => block.section === section) ?? null;
  }
}

function push<T>(map: Map<string, T[]>, item: string, one: T): void {
  map.set(item, [...(map.get(item) ?? []), one]);
}

/** A landmark, and one in the same list of the draft. */
interface Nearest extends Landmark {
  inList: Bullet | null;
}

const nowhere: Nearest = { bullet: null, inList: null, block: null };

/** For each landmark the nearest of those before it. */
function nearestBefore(
  landmarks: readonly Landmark[],
  lists: readonly (BulletList | null)[],
): Nearest[] {
  const inLists = new Map<BulletList | null, Bullet | null>([[null, null]]);
  let { bullet, block } = nowhere;
  return landmarks.map((landmark, index) => {
    const list = lists[index] ?? null;
    const nearest = { bullet, block, inList: inLists.get(list) ?? null };
    bullet = landmark.bullet ?? bullet;
    block = landmark.block ?? block;
    if (list && landmark.bullet) inLists.set(list, landmark.bullet);
    return nearest;
  });
}

/** The item of the list that a list item is, or is inside of. */
function itemOf(bullet: Bullet | null, list: SectionPlace['list']): Bullet | null {
  if (!bullet || bullet.list === list) return bullet;
  return itemOf(bullet.outer, list);
}

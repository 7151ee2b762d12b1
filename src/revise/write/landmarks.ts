import type { DraftElement, DraftEntry } from '../../report/draft/draft.ts';
import type { Block, Bullet } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
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

const none: Landmark = { bullet: null, block: null };

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

  /** `stays`: whether a list item of the file will not be removed. */
  constructor(edited: EditedReport, stays: (bullet: Bullet) => boolean) {
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
    const landmarks = elements.map((element) => this.#landmark(element, place, passages));
    const below: Landmark[] = [];
    landmarks.reduceRight((next, landmark, index) => {
      below[index] = next;
      return nearest(landmark, next);
    }, none);
    let above = none;
    return landmarks.map((landmark, index) => {
      const between = { above, below: below[index] ?? none };
      above = nearest(landmark, above);
      return between;
    });
  }

  #landmark(
    element: DraftElement,
    { section, list }: SectionPlace,
    passages: PassageDecisions,
  ): Landmark {
    if (element.kind === 'passage')
      return { bullet: null, block: passages.known.get(element) ?? null };
    const bullets = element.items.flatMap((item) => this.#bullets.get(item) ?? []);
    const inSection = bullets.find((bullet) => bullet.list.block.section === section);
    const inList = bullets.map((bullet) => itemOf(bullet, list)).find((bullet) => bullet !== null);
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

function nearest(landmark: Landmark, other: Landmark): Landmark {
  return { bullet: landmark.bullet ?? other.bullet, block: landmark.block ?? other.block };
}

/** The item of the list that a list item is, or is inside of. */
function itemOf(bullet: Bullet | null, list: SectionPlace['list']): Bullet | null {
  if (!bullet || bullet.list === list) return bullet;
  return itemOf(bullet.outer, list);
}

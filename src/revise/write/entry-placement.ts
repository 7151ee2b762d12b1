import type { Edit } from '../../markdown/edit.ts';
import type { DraftElement, DraftEntry, DraftSection } from '../../report/draft/draft.ts';
import type { Block, Bullet, BulletList } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import { type Decisions, withParts } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { PassageDecisions } from '../match/passages.ts';
import type { SectionPlace } from '../match/section-places.ts';
import type { BlockInsertions } from './block-insertions.ts';
import { insertAfter, insertBefore } from './bullets.ts';
import { fits } from './fits.ts';
import { type Between, Landmarks } from './landmarks.ts';
import { endOfEntries, endOfSection } from './section-end.ts';

/**
 * Puts the new elements of sections into the places of those sections: below the element they follow
 * in the draft, or above the one that follows them.
 */
export class EntryPlacement {
  readonly #edited: EditedReport;
  readonly #decisions: Decisions;
  readonly #insertions: BlockInsertions;
  readonly #landmarks: Landmarks;
  readonly #stays: (bullet: Bullet) => boolean;
  /** The ends of sections, each looked for once. */
  readonly #ends = new Map<typeof endOfEntries, Map<ReportSection, number>>();
  /** The lists that are blocks themselves. */
  readonly #lists: ReadonlyMap<Block, BulletList>;
  readonly #below = new Map<Bullet, string[]>();
  readonly #above = new Map<Bullet, string[]>();

  constructor(edited: EditedReport, decisions: Decisions, insertions: BlockInsertions) {
    this.#edited = edited;
    this.#decisions = decisions;
    this.#insertions = insertions;
    const removed = new Set(decisions.removed.map(({ bullet }) => bullet));
    this.#stays = (bullet) => !removed.has(bullet);
    this.#landmarks = new Landmarks(edited, decisions, this.#stays);
    this.#lists = new Map(
      edited.report.bullets
        .map(({ list }) => [list.block, list] as const)
        .filter(([block, list]) => block.node === list.node),
    );
  }

  /** @returns the elements of the section that are new in the file */
  add(section: DraftSection, place: SectionPlace, passages: PassageDecisions): DraftElement[] {
    const { added } = this.#decisions;
    const elements = withParts(section, this.#decisions);
    const betweens = this.#landmarks.around(elements, place, passages);
    return elements.filter((element, index) => {
      const between = betweens[index];
      const isNew = element.kind === 'entry' ? added.has(element) : !passages.known.has(element);
      if (!between || !isNew) return false;
      if (element.kind === 'entry') this.#addEntry(element, place, between);
      else this.#insertions.addBlock(this.#indexIn(place, between, endOfSection), element.markdown);
      return true;
    });
  }

  /** The edits of existing lists. */
  edits(): Edit[] {
    const { text } = this.#edited.report;
    return [
      ...[...this.#below].map(([bullet, contents]) => insertAfter(text, bullet, contents)),
      ...[...this.#above].map(([bullet, contents]) => insertBefore(text, bullet, contents)),
    ];
  }

  #addEntry({ bullet }: DraftEntry, place: SectionPlace, between: Between): void {
    const index = this.#indexIn(place, between, endOfEntries);
    const fitting = (one: Bullet | null) => (one && fits(one, bullet) ? one : null);
    let upper = fitting(between.above.bullet);
    let lower = fitting(between.below.bullet);
    if (!upper && !lower) upper = this.#lastStaying(place.list, bullet);
    if (!upper && !lower && !this.#insertions.has(index)) {
      // Markdown would make one list of two neighbours, so the entry joins the list that is there.
      upper = this.#lastStaying(this.#listAt(index - 1, place), bullet);
      lower = fitting(this.#listAt(index, place)?.items.find(this.#stays) ?? null);
    }
    if (upper) push(this.#below, upper, bullet.content);
    else if (lower) push(this.#above, lower, bullet.content);
    else this.#insertions.addEntry(index, bullet);
  }

  /** The index of the block that a new element goes before. */
  #indexIn({ section }: SectionPlace, { above, below }: Between, end: typeof endOfEntries): number {
    if (above.block) return above.block.index + 1;
    return below.block?.index ?? this.#endOf(section, end);
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

  #listAt(index: number, { section }: SectionPlace): BulletList | undefined {
    const block = this.#edited.report.blocks[index];
    const isList = block?.node.type === 'list' && block.node.ordered !== true;
    return block && (isList || block.node.type === 'table') && block.section === section
      ? this.#lists.get(block)
      : undefined;
  }
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const values = map.get(key) ?? [];
  values.push(value);
  map.set(key, values);
}

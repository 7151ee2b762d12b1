import { insertAfter, insertBefore } from './bullets.ts';
import { type Decisions, withParts } from '../decide.ts';
import type { Entry, Section } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import type { Gaps } from './gaps.ts';
import type { Home } from '../match/homes.ts';
import type { Block, Bullet, Bullets } from '../../report/page.ts';
import type { PassageDecisions } from '../match/passages.ts';
import { gapAtEnd, gapForEntries } from './region-end.ts';
import type { Edit } from '../../markdown/edit.ts';
import { type Around, Spots } from './spots.ts';

/**
 * Puts what is new of sections where they live: below
 * what it follows in the draft, or above what follows it.
 */
export class Placement {
  readonly #edited: Edited;
  readonly #decisions: Decisions;
  readonly #gaps: Gaps;
  readonly #spots: Spots;
  readonly #removed: ReadonlySet<Bullet>;
  /** The lists that are blocks themselves. */
  readonly #lists: ReadonlyMap<Block, Bullets>;
  readonly #below = new Map<Bullet, string[]>();
  readonly #above = new Map<Bullet, string[]>();

  constructor(edited: Edited, decisions: Decisions, gaps: Gaps) {
    this.#edited = edited;
    this.#decisions = decisions;
    this.#gaps = gaps;
    const removed = new Set(decisions.removed.map(({ bullet }) => bullet));
    this.#removed = removed;
    this.#spots = new Spots(edited, (bullet) => !removed.has(bullet));
    this.#lists = new Map(
      edited.page.bullets
        .map(({ list }) => [list.block, list] as const)
        .filter(([block, list]) => block.node === list.node),
    );
  }

  /** @returns what of the section is new in the file */
  add(section: Section, home: Home, passages: PassageDecisions): Section['elements'] {
    const { added } = this.#decisions;
    const elements = withParts(section, this.#decisions);
    const arounds = this.#spots.around(elements, home, passages);
    return elements.filter((element, index) => {
      const around = arounds[index];
      const isNew = element.kind === 'entry' ? added.has(element) : !passages.standing.has(element);
      if (!around || !isNew) return false;
      if (element.kind === 'entry') this.#addEntry(element, home, around);
      else this.#gaps.addBlock(this.#gap(home, around, gapAtEnd), element.markdown);
      return true;
    });
  }

  /** What was put into lists. */
  edits(): Edit[] {
    const { text } = this.#edited.page;
    return [
      ...[...this.#below].map(([bullet, contents]) => insertAfter(text, bullet, contents)),
      ...[...this.#above].map(([bullet, contents]) => insertBefore(text, bullet, contents)),
    ];
  }

  #addEntry({ bullet: { content } }: Entry, home: Home, { above, below }: Around): void {
    const gap = this.#gap(home, { above, below }, gapForEntries);
    let upper = above.bullet;
    let lower = below.bullet;
    if (!upper && !lower) upper = this.#staying(home.list).at(-1) ?? null;
    if (!upper && !lower && !this.#gaps.has(gap)) {
      // A list beside a list would be one with it: better to join it.
      upper = this.#staying(this.#listAt(gap - 1, home)).at(-1) ?? null;
      lower = this.#staying(this.#listAt(gap, home))[0] ?? null;
    }
    if (upper) push(this.#below, upper, content);
    else if (lower) push(this.#above, lower, content);
    else this.#gaps.addItem(gap, content);
  }

  #gap({ region }: Home, { above, below }: Around, atEnd: typeof gapForEntries): number {
    if (above.block) return above.block.index + 1;
    return below.block?.index ?? atEnd(this.#edited, region);
  }

  #staying(list: Bullets | null | undefined): Bullet[] {
    return list?.items.filter((bullet) => !this.#removed.has(bullet)) ?? [];
  }

  #listAt(index: number, { region }: Home): Bullets | undefined {
    const block = this.#edited.page.blocks[index];
    const isBulleted = block?.node.type === 'list' && block.node.ordered !== true;
    return isBulleted && block.region === region ? this.#lists.get(block) : undefined;
  }
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const values = map.get(key) ?? [];
  values.push(value);
  map.set(key, values);
}

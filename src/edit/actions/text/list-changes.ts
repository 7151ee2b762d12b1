import type { Edit } from '../../../markdown/edit.ts';
import { linesBetween } from '../../../markdown/lines.ts';
import { groupPath, type ReportGroup } from '../../../report/groups.ts';
import type { Block, Bullet, BulletList } from '../../../report/outline.ts';
import { removeBlock } from '../../../revise/write/blocks.ts';
import { removeItems } from '../../../revise/write/bullets.ts';
import { removals } from '../../../revise/write/group-edits.ts';
import { ListInsertions } from '../../../revise/write/list-insertions.ts';
import { markerOf } from '../../../revise/write/list-marker.ts';
import type { EditableText } from './editable-text.ts';
import { impossible } from './impossible.ts';
import type { PlaceBeside } from './places.ts';
import { renumber, type Slot } from './renumber.ts';

type Side = 'above' | 'below';
const sides: readonly Side[] = ['above', 'below'];

/** Collects the list items, rows and paragraphs that a text loses, and the items and rows that it gets. */
export class ListChanges {
  readonly #text: EditableText;
  readonly #removed = new Set<Bullet>();
  /** What is added. */
  readonly insertions: ListInsertions;

  constructor(text: EditableText) {
    this.#text = text;
    this.insertions = new ListInsertions(text.text, markerOf(text.entries));
  }

  remove(bullet: Bullet): void {
    this.#removed.add(bullet);
  }

  /** Adds an item beside another, behind those already added there; `like`: whose spacing it has. */
  add({ beside, side, runs }: PlaceBeside, like: Bullet, content: string): void {
    const spot = { bullet: beside, run: runs?.beside ?? null };
    const item = { bullet: like, content, run: runs?.own ?? null, leaves: [] };
    if (side === 'above') this.insertions.addAbove(spot, item);
    else this.insertions.addBelow(spot, item);
  }

  edits(): Edit[] {
    const { text } = this.#text;
    const { bullets, blocks } = this.#removals();
    const lists = new Map<BulletList, Bullet[]>();
    for (const bullet of bullets)
      lists.set(bullet.list, [...(lists.get(bullet.list) ?? []), bullet]);
    const edits = [...blocks].map((block) => removeBlock(this.#text.report, block));
    for (const [list, gone] of lists) edits.push(...this.#removeFrom(list, new Set(gone)));
    for (const list of new Set([...lists.keys(), ...this.#lists()]))
      edits.push(...renumber(text, list, this.#slots(list, bullets)));
    edits.push(...this.insertions.insertions().map(({ edit }) => edit));
    return edits;
  }

  /** With what they leave empty. */
  #removals(): { bullets: Set<Bullet>; blocks: Set<Block> } {
    const { report, groups, record } = this.#text;
    const filled = this.#lists().flatMap(({ items }) =>
      items.slice(0, 1).flatMap((bullet) => groupPath(groups.around(bullet))),
    );
    // A paragraph above entries stays, as a heading does.
    const led = [...groups.blocks()].filter(({ closing }) => !closing);
    const removed = [...this.#removed];
    const paragraphs = removed.filter(({ node }) => node.type === 'paragraph');
    const inLists = removed.filter(({ node }) => node.type !== 'paragraph').map(outermostOf);
    return removals(
      { report, groups, record },
      inLists.map((bullet) => ({ bullet })),
      new Set(paragraphs.map(({ list }) => list.block)),
      new Set<ReportGroup>([...filled, ...led]),
    );
  }

  #lists(): BulletList[] {
    const neighbours = sides.flatMap((side) => this.insertions.neighbours(side));
    return neighbours.map(({ bullet: { list } }) => list);
  }

  #removeFrom(list: BulletList, gone: ReadonlySet<Bullet>): Edit[] {
    const { text, blocks } = this.#text.report;
    const isEmpty = list.items.every((bullet) => gone.has(bullet));
    if (!isEmpty) return removeItems(text, list, gone);
    const { block, node } = list;
    if (list.before === null && block.node !== node) {
      const { node: around } = block;
      // A quote of nothing but the list goes with it.
      if (around.type === 'blockquote' && around.children.length === 1)
        return [removeBlock(this.#text.report, block)];
      throw impossible(
        'This entry begins a quote or a list item with more text. Move it in the source.',
      );
    }
    const hasText = [...list.header, ...list.footer].some((line) =>
      /[^\s<>]/.test(withoutTags(line)),
    );
    if (node.type === 'html' && (hasText || block.node !== node))
      return removeItems(text, list, gone);
    const above = block.node === node ? (blocks[block.index - 1]?.end ?? null) : list.before;
    return [{ ...linesBetween(text, above, list.end), text: '' }];
  }

  #slots(list: BulletList, removed: ReadonlySet<Bullet>): Slot[] {
    const added = (side: Side, bullet: Bullet) =>
      this.insertions.addedBeside(bullet, side).map((one) => ({ added: one }));
    return list.items.flatMap((bullet): Slot[] => [
      ...added('above', bullet),
      ...(removed.has(bullet) ? [] : [{ bullet }]),
      ...added('below', bullet),
    ]);
  }
}

/** The item itself, or the one around it that has nothing else, as in `- - item`. */
function outermostOf(bullet: Bullet): Bullet {
  const { outer, list } = bullet;
  const isAlone =
    outer?.node.type === 'listItem' &&
    outer.node.children.length === 1 &&
    list.before === null &&
    list.items.length === 1;
  return isAlone ? outermostOf(outer) : bullet;
}

function withoutTags(line: string): string {
  return line.replace(/<[^<>]*>/g, '');
}

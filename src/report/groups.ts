import type { Citation } from './links/citations.ts';
import { elementBalance } from './element-balance.ts';
import type { Block, Bullet, BulletList, Outline } from './outline.ts';

/**
 * Blocks below one heading that belong together: a list or table with the paragraph that leads it
 * in, or what is between the tags of an element, like `<details>`.
 */
export interface BlockGroup {
  kind: 'blocks';
  /** The element around it. */
  outer: BlockGroup | null;
  lead: Block;
  last: Block;
  /** The block with the closing tags of an element; it is the last one. */
  closing: Block | null;
}

/** A list item and the lists inside it. */
export interface ItemGroup {
  kind: 'item';
  outer: ReportGroup | null;
  bullet: Bullet;
}

/** A block of HTML with a list or table. */
export interface HtmlGroup {
  kind: 'html';
  outer: BlockGroup | null;
  list: BulletList;
}

/** What several entries below one heading can stand in together. */
export type ReportGroup = BlockGroup | ItemGroup | HtmlGroup;

/** Elements deeper inside each other are no groups. */
const MOST_LEVELS = 10;

function levelOf(group: BlockGroup | null): number {
  return group ? levelOf(group.outer) + 1 : 0;
}

/** The groups of a document. */
export class ReportGroups {
  readonly #byBlock = new Map<Block, BlockGroup>();
  readonly #html = new Map<Block, HtmlGroup>();
  readonly #byBullet = new Map<Bullet, ItemGroup>();
  readonly #citing: ReadonlySet<Block>;

  /** `citations`: those of the document; what cites something leads nothing in. */
  constructor({ blocks, bullets }: Outline, citations: readonly Citation[]) {
    this.#citing = new Set(citations.map(({ block }) => block));
    this.#addElements(blocks);
    const lists = new Map(bullets.map(({ list }) => [list.block, list]));
    for (const [index, block] of blocks.entries())
      if (lists.has(block)) this.#addLead(blocks[index - 1], block);
    for (const [block, list] of lists)
      if (list.node.type === 'html')
        this.#html.set(block, { kind: 'html', outer: this.ofBlock(block), list });
  }

  /** The innermost group that a block is part of. */
  ofBlock(block: Block): BlockGroup | null {
    return this.#byBlock.get(block) ?? null;
  }

  /** The innermost group that a list item, row or paragraph is part of, without its own. */
  around({ outer, list }: Bullet): ReportGroup | null {
    if (list.node.type === 'html') return this.#html.get(list.block) ?? null;
    return outer ? this.of(outer) : this.ofBlock(list.block);
  }

  /** The blocks of HTML with a list or table. */
  html(): HtmlGroup[] {
    return [...this.#html.values()];
  }

  /** The group that a list item is, for those inside it. */
  of(bullet: Bullet): ItemGroup {
    const known = this.#byBullet.get(bullet);
    if (known) return known;
    const group: ItemGroup = { kind: 'item', outer: this.around(bullet), bullet };
    this.#byBullet.set(bullet, group);
    return group;
  }

  /** The groups of blocks. */
  blocks(): Set<BlockGroup> {
    return new Set(this.#byBlock.values());
  }

  /** Elements that are opened in one block and closed in another below the same heading. */
  #addElements(blocks: readonly Block[]): void {
    let open: { lead: Block; depth: number }[] = [];
    let depth = 0;
    const closings = new Map<Block, Block>();
    for (const block of blocks) {
      if (block.node.type === 'heading') [open, depth] = [[], 0];
      if (block.node.type !== 'html') continue;
      const { closes, opens } = elementBalance(block.node.value);
      const after = depth - closes + opens;
      if (after > depth) open.push({ lead: block, depth });
      let closed;
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= after) closed = open.pop();
      if (closed?.depth === after) closings.set(closed.lead, block);
      depth = Math.max(0, after);
    }
    let outer: BlockGroup | null = null;
    for (const block of blocks) {
      const closing = closings.get(block);
      if (closing && levelOf(outer) < MOST_LEVELS)
        outer = { kind: 'blocks', outer, lead: block, last: closing, closing };
      if (outer) this.#byBlock.set(block, outer);
      while (outer?.closing === block) outer = outer.outer;
    }
  }

  #addLead(lead: Block | undefined, list: Block): void {
    if (!lead || !['list', 'table', 'html'].includes(list.node.type)) return;
    const { type } = lead.node;
    const isText = type === 'paragraph' || (type === 'html' && !lead.node.value.startsWith('<!--'));
    const outer = this.ofBlock(list);
    const isOther = lead.section !== list.section || this.ofBlock(lead) !== outer;
    if (!isText || isOther || outer?.lead === lead || this.#citing.has(lead)) return;
    const group: BlockGroup = { kind: 'blocks', outer, lead, last: list, closing: null };
    this.#byBlock.set(lead, group).set(list, group);
  }
}

/** A group and those around it, outermost first. */
export function groupPath(group: ReportGroup | null): ReportGroup[] {
  return group ? [...groupPath(group.outer), group] : [];
}

import { hasBlankLine } from '../../markdown/lines.ts';
import { elementBalance } from '../element-balance.ts';
import {
  type BlockGroup,
  groupPath,
  type ItemGroup,
  type ReportGroup,
  type ReportGroups,
} from '../groups.ts';
import { itemLead } from '../item-lead.ts';
import type { Block, Bullet, BulletList, Outline } from '../outline.ts';
import { leadHashOf } from '../record/as-read.ts';
import type {
  DraftElement,
  DraftEntry,
  DraftGroup,
  DraftPassage,
  DraftSection,
  UnplaceableBlock,
} from './draft.ts';

/** Puts the entries and passages of a draft into the groups that they are in. */
export class GroupTree {
  readonly #outline: Outline;
  readonly #groups: ReportGroups;
  readonly #bullets: ReadonlySet<Bullet>;
  /** The groups with entries; the others are only passages. */
  readonly #used: ReadonlySet<ReportGroup>;
  readonly #around: ReadonlySet<Block>;
  readonly #made = new Map<ReportGroup, DraftGroup>();
  readonly #inside = new Map<Bullet, Bullet[]>();
  readonly #runOf = new Map<Bullet, number>();
  readonly #runs = new Map<BulletList, Map<number, DraftGroup>>();

  constructor(outline: Outline, groups: ReportGroups, entries: readonly DraftEntry[]) {
    this.#outline = outline;
    this.#groups = groups;
    const paths = entries.flatMap(({ bullet }) => groupPath(groups.around(bullet)));
    this.#used = new Set(paths);
    this.#bullets = new Set([
      ...entries.map(({ bullet }) => bullet),
      ...paths.flatMap((group) => (group.kind === 'item' ? [group.bullet] : [])),
    ]);
    this.#around = new Set(
      paths.flatMap((group) =>
        group.kind === 'blocks' ? [group.lead, ...(group.closing ? [group.closing] : [])] : [],
      ),
    );
    for (const bullet of outline.bullets) {
      const { outer } = bullet;
      if (!outer) continue;
      const inside = this.#inside.get(outer) ?? [];
      inside.push(bullet);
      this.#inside.set(outer, inside);
    }
    for (const list of new Set([...this.#bullets].map((bullet) => bullet.list)))
      if (hasRuns(list)) this.#countRuns(list);
  }

  /** Whether a block is part of a group itself, and so no passage. */
  isAround(block: Block): boolean {
    return this.#around.has(block);
  }

  addEntry(section: DraftSection, entry: DraftEntry): void {
    const { bullet } = entry;
    entry.group = this.#runAt(section, this.#groupAt(section, this.#groups.around(bullet)), bullet);
    (entry.group ?? section).elements.push(entry);
  }

  addPassage(section: DraftSection, passage: DraftPassage): void {
    const around = groupPath(this.#groups.ofBlock(passage.block));
    const group = around.findLast((one) => this.#used.has(one));
    (this.#groupAt(section, group ?? null) ?? section).elements.push(passage);
  }

  /**
   * The entries of a group that can't be written without others: of a list item with more than a lead and
   * the list of its entries, or below HTML that closes one element and opens another.
   */
  partsOnlyTheTemplateKnows({ group, elements }: DraftGroup): UnplaceableBlock[] {
    if (!group || group.kind === 'html') return [];
    return this.#isWhole(group) ? [] : elements.flatMap(partsOf);
  }

  #isWhole(group: BlockGroup | ItemGroup): boolean {
    if (group.kind === 'blocks') {
      const { node } = group.lead;
      const { closes, opens } = elementBalance(node.type === 'html' ? node.value : '');
      return closes === 0 || opens === 0;
    }
    const inside = this.#inside.get(group.bullet) ?? [];
    return (
      itemLead(this.#outline.text, group.bullet).isAboveList &&
      inside.every((one) => this.#bullets.has(one))
    );
  }

  #groupAt(section: DraftSection, group: ReportGroup | null): DraftGroup | null {
    if (!group) return null;
    const known = this.#made.get(group);
    if (known) return known;
    const around = this.#groupAt(section, group.outer);
    const outer = group.kind === 'item' ? this.#runAt(section, around, group.bullet) : around;
    const made = this.#newGroup(group, outer);
    this.#made.set(group, made);
    (outer ?? section).elements.push(made);
    return made;
  }

  #newGroup(group: ReportGroup, outer: DraftGroup | null): DraftGroup {
    const { text } = this.#outline;
    const made = { kind: 'group' as const, outer, group, hash: leadHashOf(text, group) };
    if (group.kind === 'html')
      return { ...made, lead: group.list.header.join('\n'), isLoose: false, elements: [] };
    if (group.kind === 'blocks') {
      const lead = text.slice(group.lead.start, group.lead.end);
      return { ...made, lead, isLoose: true, elements: [] };
    }
    const { markdown: lead, end } = itemLead(text, group.bullet);
    const [first] = this.#inside.get(group.bullet) ?? [];
    const isLoose = hasBlankLine(text.slice(end, first?.start ?? end));
    return { ...made, lead, isLoose, elements: [] };
  }

  /** The run of list items that one is in, where blank lines make groups of them. */
  #runAt(section: DraftSection, outer: DraftGroup | null, bullet: Bullet): DraftGroup | null {
    const number = this.#runOf.get(bullet);
    if (number === undefined) return outer;
    const runs = this.#runs.get(bullet.list) ?? new Map<number, DraftGroup>();
    this.#runs.set(bullet.list, runs);
    let run = runs.get(number);
    if (!run) {
      run = runIn(outer);
      runs.set(number, run);
      (outer ?? section).elements.push(run);
    }
    return run;
  }

  #countRuns({ items }: BulletList): void {
    let number = 0;
    for (const item of items) {
      if (item.isApart) number += 1;
      this.#runOf.set(item, number);
    }
  }
}

function runIn(outer: DraftGroup | null): DraftGroup {
  const nothing = { group: null, lead: '', isLoose: false, hash: null };
  return { kind: 'group', outer, ...nothing, elements: [] };
}

/** Whether blank lines are between some list items, and not between others. */
function hasRuns({ node, items }: BulletList): boolean {
  if (node.type !== 'list') return false;
  const [, ...others] = items;
  return others.some(({ isApart }) => isApart) && others.some(({ isApart }) => !isApart);
}

function partsOf(element: DraftElement): UnplaceableBlock[] {
  if (element.kind === 'group') return element.elements.flatMap(partsOf);
  const { items } = element;
  return [
    { markdown: element.kind === 'entry' ? element.bullet.content : element.markdown, items },
  ];
}

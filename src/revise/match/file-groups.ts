import { type DraftGroup, entriesIn } from '../../report/draft/draft.ts';
import { type ReportGroup, groupPath, type ReportGroups } from '../../report/groups.ts';
import { type Block, type Bullet, type BulletList, withOuter } from '../../report/outline.ts';
import { blockHashOf, leadHashOf } from '../../report/record/as-read.ts';
import { recordedGroups } from '../../report/record/recorded-groups.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { EditedReport } from './edited-report.ts';

/** How many items of a draft's group the groups and lists of the file have. */
export interface ItemCounts {
  groups: Map<ReportGroup, number>;
  lists: Map<BulletList, number>;
}

/** The groups of an edited report, with their leads and items. */
export class FileGroups {
  readonly #groups: ReportGroups;
  readonly #text: string;
  readonly #hashes = new Map<ReportGroup, string>();
  /** The list items and rows with an item, and the sections that they were generated for. */
  readonly #bullets = new Map<string, { bullet: Bullet; section: string | null }[]>();
  /** The items of list items and rows in the editor's words. */
  readonly #theirs = new Map<Bullet, string[]>();
  /** The list items and rows in a group that contain no others. */
  readonly #inside = new Map<ReportGroup, Bullet[]>();
  readonly #generated: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #groupsByLead = new Map<string, ReportGroup[]>();
  readonly #blocksByLead = new Map<string, Block[]>();

  constructor({ report, record, groups, entries, citations }: EditedReport) {
    this.#groups = groups;
    this.#text = report.text;
    for (const { items, bullet, section } of entries)
      for (const item of items) this.#add(item, bullet, section);
    for (const { item, bullet } of citations) if (bullet) this.#add(item, bullet, null);
    this.#generated = new Map(
      record.sections.map((one) => [one.path, new Set(Object.keys(recordedGroups(one)))]),
    );
    const ours = new Set(entries.map(({ bullet }) => bullet));
    const outer = new Set(report.bullets.map((bullet) => bullet.outer));
    for (const bullet of report.bullets) {
      if (!outer.has(bullet))
        for (const group of this.pathOf(bullet)) pushTo(this.#inside, group, bullet);
      if (bullet.node.type !== 'listItem' || ours.has(bullet)) continue;
      const group = groups.of(bullet);
      pushTo(this.#groupsByLead, this.hashOf(group), group);
    }
    for (const group of [...groups.blocks(), ...groups.html()])
      pushTo(this.#groupsByLead, this.hashOf(group), group);
    for (const block of report.blocks)
      if (block.node.type === 'paragraph' || block.node.type === 'html')
        pushTo(this.#blocksByLead, blockHashOf(report.text, block), block);
  }

  /** The groups that a list item, row or paragraph is in, outermost first. */
  pathOf(bullet: Bullet): ReportGroup[] {
    return groupPath(this.#groups.around(bullet));
  }

  /** Where the file has the items of a draft's group. */
  counts(group: DraftGroup, path: string, at: ReportSection): ItemCounts {
    const counts: ItemCounts = { groups: new Map(), lists: new Map() };
    for (const item of itemsOf(group)) {
      const bullets = (this.#bullets.get(item) ?? []).filter(
        ({ bullet, section }) =>
          bullet.list.block.section === at && (section === null || section === path),
      );
      for (const list of new Set(bullets.map(({ bullet }) => bullet.list)))
        counts.lists.set(list, (counts.lists.get(list) ?? 0) + 1);
      for (const one of new Set(bullets.flatMap(({ bullet }) => this.pathOf(bullet))))
        counts.groups.set(one, (counts.groups.get(one) ?? 0) + 1);
    }
    return counts;
  }

  /** The groups below a heading with the lead of a draft's group. */
  withLead({ hash, group }: DraftGroup, at: ReportSection): ReportGroup[] {
    return (this.#groupsByLead.get(hash ?? '') ?? []).filter(
      (one) => one.kind === group?.kind && blockOf(one).section === at,
    );
  }

  /** Whether the lead of a draft's group is anywhere in the file. */
  hasLead({ hash }: DraftGroup): boolean {
    return this.#groupsByLead.has(hash ?? '') || this.#blocksByLead.has(hash ?? '');
  }

  /** A lead that is left of a group of blocks, which was right inside another. */
  blockWithLead(
    { hash }: DraftGroup,
    at: ReportSection,
    inside: ReportGroup | null,
  ): Block | undefined {
    return this.#blocksByLead
      .get(hash ?? '')
      ?.find((block) => block.section === at && this.#groups.ofBlock(block) === inside);
  }

  /** The list in a group with most of the items that were counted; its first one if none has any. */
  listIn(group: ReportGroup, { lists }: ItemCounts): BulletList | null {
    const isInside = ({ items: [first] }: BulletList) =>
      first !== undefined && this.pathOf(first).includes(group);
    const known = [...lists.keys()].filter(isInside);
    const [first = null] = this.#inside.get(group) ?? [];
    const outermost = withOuter(first).findLast((one) => this.pathOf(one).includes(group));
    return mostOf(known, (list) => lists.get(list) ?? 0) ?? outermost?.list ?? null;
  }

  hashOf(group: ReportGroup): string {
    const hash = this.#hashes.get(group) ?? leadHashOf(this.#text, group);
    this.#hashes.set(group, hash);
    return hash;
  }

  /** Whether a lead was generated for a section. */
  isGenerated(hash: string, path: string): boolean {
    return this.#generated.get(path)?.has(hash) === true;
  }

  /** The items that the editor's words in a group are about. */
  theirsIn(group: ReportGroup): string[] {
    return (this.#inside.get(group) ?? []).flatMap((bullet) => this.#theirs.get(bullet) ?? []);
  }

  #add(item: string, bullet: Bullet, section: string | null): void {
    pushTo(this.#bullets, item, { bullet, section });
    if (section === null) pushTo(this.#theirs, bullet, item);
  }
}

/** The first one with the highest count; undefined when there are none. */
export function mostOf<One>(all: readonly One[], countOf: (one: One) => number): One | undefined {
  let most: One | undefined;
  for (const one of all) if (most === undefined || countOf(one) > countOf(most)) most = one;
  return most;
}

/** The items of a section or group of the draft. */
export function itemsOf(within: Pick<DraftGroup, 'elements'>): Set<string> {
  return new Set(entriesIn(within).flatMap(({ items }) => items));
}

function blockOf(group: ReportGroup): Block {
  if (group.kind === 'blocks') return group.lead;
  return group.kind === 'item' ? group.bullet.list.block : group.list.block;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

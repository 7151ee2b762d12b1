import type { BlockGroup, ReportGroup } from '../../report/groups.ts';
import { itemLead } from '../../report/item-lead.ts';
import type { Block, Bullet } from '../../report/outline.ts';
import { leadHashOf } from '../../report/record/as-read.ts';
import { recordedGroups } from '../../report/record/recorded-groups.ts';
import type { EditedReport } from '../match/edited-report.ts';

/** What a run removes: list items and rows, and the blocks around those that are gone. */
export interface Removals {
  bullets: Set<Bullet>;
  blocks: Set<Block>;
  /** Those that go as a whole. */
  groups: Set<ReportGroup>;
}

/**
 * The entries to remove, and the groups that they leave empty: those whose leads nobody has touched, and
 * that get no new entries.
 *
 * @param passages the other blocks to remove
 * @param filled the groups of the file with new entries
 */
export function removals(
  { report, record, groups }: Pick<EditedReport, 'report' | 'record' | 'groups'>,
  removed: readonly { bullet: Bullet }[],
  passages: ReadonlySet<Block>,
  filled: ReadonlySet<ReportGroup>,
): Removals {
  const bullets = new Set(removed.map(({ bullet }) => bullet));
  const blocks = new Set(passages);
  const gone = new Set<ReportGroup>();
  if (bullets.size === 0) return { bullets, blocks, groups: gone };
  const generated = new Set(record.sections.flatMap((one) => Object.keys(recordedGroups(one))));
  const isOurs = (group: ReportGroup) =>
    !filled.has(group) && generated.has(leadHashOf(report.text, group));
  const inside = new Map<Bullet, Bullet[]>();
  for (const bullet of report.bullets) {
    const { outer } = bullet;
    if (outer) inside.set(outer, [...(inside.get(outer) ?? []), bullet]);
  }
  // The inner ones come first.
  for (const [outer, own] of [...inside].reverse()) {
    const group = groups.of(outer);
    const isEmpty = own.every((bullet) => bullets.has(bullet));
    if (!isEmpty || !itemLead(report.text, outer).isAboveList || !isOurs(group)) continue;
    bullets.add(outer);
    gone.add(group);
  }
  for (const group of groups.html()) {
    const isEmpty = group.list.items.every((bullet) => bullets.has(bullet));
    if (!isEmpty || !isOurs(group)) continue;
    blocks.add(group.list.block);
    gone.add(group);
  }
  const lists = new Map(
    report.bullets
      .filter(({ outer, list }) => !outer && list.node.type === 'list')
      .map(({ list }) => [list.block, list]),
  );
  const isGone = (block: Block) =>
    blocks.has(block) || lists.get(block)?.items.every((bullet) => bullets.has(bullet)) === true;
  for (const group of innerFirst(groups.blocks())) {
    const { lead, last, closing } = group;
    const content = report.blocks.slice(lead.index + 1, closing ? last.index : last.index + 1);
    if (content.length === 0 || !content.every(isGone) || !isOurs(group)) continue;
    for (const block of [lead, closing]) if (block) blocks.add(block);
    gone.add(group);
  }
  const outermost = [...bullets].filter(
    ({ outer, list }) => !(outer && bullets.has(outer)) && !blocks.has(list.block),
  );
  return { bullets: new Set(outermost), blocks, groups: gone };
}

/**
 * The hashes of the generated leads that stay in the file as they are.
 *
 * @param others groups with other leads, or with leads that are the editor's from now on
 */
export function stayingLeads(
  { report, record, groups }: EditedReport,
  removed: Removals,
  others: ReadonlySet<ReportGroup>,
): Set<string> {
  if (!record.sections.some((one) => one.groups)) return new Set();
  const items = report.bullets.filter(({ node }) => node.type === 'listItem');
  const all: ReportGroup[] = [
    ...items.map((bullet) => groups.of(bullet)),
    ...groups.blocks(),
    ...groups.html(),
  ];
  const staying = all.filter((group) => !removed.groups.has(group) && !others.has(group));
  return new Set(staying.map((group) => leadHashOf(report.text, group)));
}

function innerFirst(groups: Iterable<BlockGroup>): BlockGroup[] {
  return [...groups].sort((a, b) => b.lead.index - a.lead.index);
}

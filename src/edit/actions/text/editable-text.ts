import { isCommitKey, itemOfKey, partsOfKey } from '../../../item/item-id.ts';
import { endOfLine } from '../../../markdown/lines.ts';
import { quote } from '../../../markdown/quote.ts';
import { readableText } from '../../../markdown/readable-text.ts';
import { entriesByBlock } from '../../../report/draft/draft-entries.ts';
import { ReportGroups } from '../../../report/groups.ts';
import { itemLead } from '../../../report/item-lead.ts';
import { type Citation, citationsIn } from '../../../report/links/citations.ts';
import type { Block, Bullet } from '../../../report/outline.ts';
import type { ReportRecord } from '../../../report/record/record.ts';
import type { Report } from '../../../report/report.ts';
import type { ReportSection } from '../../../report/sections.ts';
import type { Desk } from '../../desk.ts';
import type { FactItem } from '../../protocol.ts';
import { impossible } from './impossible.ts';

/** What an action knows besides the text. */
export type ActionDesk = Pick<Desk, 'server' | 'home' | 'facts' | 'drafts' | 'highlights'>;

/** An entry of the text: a list item, a row or a paragraph. One without citations has no items. */
export interface TextEntry {
  bullet: Bullet;
  /** The subject first. */
  items: readonly string[];
  /** Those cited as pull requests. */
  pulls: ReadonlySet<string>;
}

const NOTHING_OFFERED: ReportRecord = {
  ...{ version: 1, sections: [] },
  period: { start: '', end: '', timezone: '' },
};

/** A text that actions edit, with its entries. */
export class EditableText {
  readonly report: Report;
  readonly desk: ActionDesk;
  readonly facts: ReadonlyMap<string, FactItem>;
  readonly citations: readonly Citation[];
  /** In the order of the text, none inside another. */
  readonly entries: readonly TextEntry[];
  readonly groups: ReportGroups;

  constructor(report: Report, desk: ActionDesk) {
    this.report = report;
    this.desk = desk;
    this.facts = new Map(desk.facts.items.map((item) => [item.id, item]));
    this.citations = citationsIn(report, desk.server, desk.home);
    this.groups = new ReportGroups(report, this.citations);
    const listed = entriesByBlock(report, this.citations, {
      has: (item) => this.facts.has(item),
      textsOf: (item) => {
        const title = this.facts.get(item)?.title;
        return title === undefined ? [] : [title];
      },
    });
    const paragraphs = entriesInParagraphs(report, this.citations);
    this.entries = [...[...listed.values()].flat(), ...paragraphs].sort(
      (a, b) => a.bullet.start - b.bullet.start,
    );
  }

  /** One without anything for a report without record. */
  get record(): ReportRecord {
    return this.report.record?.record ?? NOTHING_OFFERED;
  }

  get text(): string {
    return this.report.text;
  }

  /**
   * The entry on the line of an offset, or the list item without citations.
   *
   * @throws {UsageError} `action-impossible`
   */
  entryAt(at: number): TextEntry {
    const isOn = ({ bullet: { start, end, prefix } }: Pick<TextEntry, 'bullet'>) =>
      start - prefix.length <= at && at <= endOfLine(this.text, end);
    const entry = this.entries.findLast(isOn);
    if (entry) return entry;
    const bullet = this.report.bullets.findLast((one) => isOn({ bullet: one }));
    if (bullet) return { bullet, items: [], pulls: new Set() };
    throw impossible('There is no entry here. Put the cursor into one.');
  }

  /** How a message calls an entry: `#12`, or its first words. */
  nameOf({ items: [subject], bullet }: TextEntry): string {
    if (subject !== undefined) return this.labelOf(subject);
    const nodes = bullet.node.type === 'listItem' ? itemLead(this.text, bullet).nodes : [];
    return quote((nodes.length > 0 ? nodes : [bullet.node]).map(readableText).join(' '));
  }

  /** `#12`, or `owner/name#12` outside the home repository; the short hash of a commit. */
  labelOf(item: string): string {
    if (isCommitKey(item)) return partsOfKey(item)[1].slice(0, 7);
    const { number } = itemOfKey(item);
    const repository = this.repositoryOf(item);
    const isHome = repository.toLowerCase() === this.desk.home?.toLowerCase();
    return `${isHome ? '' : repository}#${String(number)}`;
  }

  /** The repository of an item, as the facts write it. */
  repositoryOf(item: string): string {
    const [repository] = partsOfKey(item);
    const { repositories } = this.desk.facts;
    return repositories.find((one) => one.toLowerCase() === repository) ?? repository;
  }

  /** How a message calls a section: its title. */
  titleOf({ title }: ReportSection): string {
    return title === '' ? 'the top of the report' : title;
  }

  /** The sections to which entries belong: those that have some, or had in the draft. */
  get sectionsTakingEntries(): ReportSection[] {
    const offered = this.record.sections.filter(({ items }) => Object.keys(items).length > 0);
    const paths = new Set(offered.map(({ path }) => path));
    const filled = new Set(this.entries.map(({ bullet }) => bullet.list.block.section));
    return this.report.sections.filter(
      (section) => filled.has(section) || (section.heading && paths.has(section.path)),
    );
  }
}

/** The paragraphs that cite items are entries, too. */
function entriesInParagraphs({ paragraphs }: Report, citations: readonly Citation[]): TextEntry[] {
  const byBlock = new Map<Block, Citation[]>();
  for (const citation of citations) {
    if (citation.bullet || citation.block.node.type !== 'paragraph') continue;
    const own = byBlock.get(citation.block) ?? [];
    byBlock.set(citation.block, own);
    own.push(citation);
  }
  return paragraphs.flatMap((bullet): TextEntry[] => {
    const own = byBlock.get(bullet.list.block);
    if (!own) return [];
    const items = new Set(own.map(({ item }) => item));
    const pulls = new Set(own.filter(({ pull }) => pull).map(({ item }) => item));
    return [{ bullet, items: [...items], pulls }];
  });
}

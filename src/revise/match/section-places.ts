import { type Draft, entriesIn } from '../../report/draft/draft.ts';
import type { BulletList } from '../../report/outline.ts';
import { type ReportSection, sectionAt } from '../../report/sections.ts';
import type { EditedReport } from './edited-report.ts';

/** The place of a draft's section in the edited file. */
export interface SectionPlace {
  section: ReportSection;
  /** The list with most of its entries; null when no list has any. */
  list: BulletList | null;
}

/** By the path of a section, of the draft or of an earlier one; undefined when the file has none. */
export type PlaceOf = (path: string) => SectionPlace | undefined;

type Tally<Key> = Map<string, Map<Key, Set<string>>>;

/**
 * Sections are found by their items, because headings are the editor's: by the list with most of
 * their items, where a heading of the same name counts as one item more. Failing that by the name
 * they had before, by a passage only they had, or by a table of their items. A mention in prose is
 * no place for a section, nor is a list of another section that mentions one item only.
 */
export function placeSections(edited: EditedReport, draft: Draft): PlaceOf {
  const { report, record } = edited;
  const { inLists, inParagraphs, inTables } = tallyItems(edited, draft);

  const byItems = (path: string): SectionPlace | undefined => {
    const heading = sectionAt(report.sections, path);
    let best: (SectionPlace & { score: number }) | undefined;
    if (heading) best = { section: heading, list: null, score: 1 };
    for (const [list, items] of inLists.get(path) ?? []) {
      const { section } = list.block;
      const score = items.size + (section === heading ? 1 : 0);
      const wins = score > (best?.score ?? 0) || (score === best?.score && section === heading);
      if (wins) best = { section, list, score };
    }
    for (const [section, items] of inParagraphs.get(path) ?? []) {
      const score = items.size + (section === heading ? 1 : 0);
      if (score > (best?.score ?? 0)) best = { section, list: null, score };
    }
    return best;
  };
  const byFormerName = (path: string): SectionPlace | undefined => {
    const former = formerName(draft, record.sections, path);
    return former === undefined ? undefined : byItems(former);
  };
  const byPassage = (path: string): SectionPlace | undefined => {
    const own = passagesOnlyIn(record.sections, path);
    const found = edited.passages.find(({ hash }) => own.has(hash));
    return found && { section: found.block.section, list: null };
  };
  const byTable = (path: string): SectionPlace | undefined => {
    const [most] = [...(inTables.get(path) ?? [])].sort(([, a], [, b]) => b.size - a.size);
    return most && most[1].size > 1 ? { section: most[0], list: null } : undefined;
  };

  const places = new Map<string, SectionPlace | undefined>();
  return (path) => {
    if (!places.has(path))
      places.set(path, byItems(path) ?? byFormerName(path) ?? byPassage(path) ?? byTable(path));
    return places.get(path);
  };
}

/**
 * The items of each section, by the list that has them, or by the section with the paragraphs or the
 * table. A table counts as a list where the draft has rows.
 */
function tallyItems(edited: EditedReport, draft: Draft) {
  const inLists: Tally<BulletList> = new Map();
  const mentioned: Tally<BulletList> = new Map();
  const inParagraphs: Tally<ReportSection> = new Map();
  const inTables: Tally<ReportSection> = new Map();
  for (const { bullet, section, items } of edited.entries) {
    const { list, node } = bullet;
    for (const item of items) {
      if (node.type === 'paragraph') count(inParagraphs, section, list.block.section, item);
      else count(inLists, section, list, item);
    }
  }
  const entries = draft.sections.flatMap(entriesIn);
  const hasRows = entries.some(({ bullet }) => bullet.node.type === 'tableRow');
  for (const { item, bullet } of edited.citations) {
    if (!bullet) continue;
    const { list } = bullet;
    for (const path of edited.offers.sectionsOf(item)) {
      if (bullet.node.type !== 'tableRow' || hasRows) count(mentioned, path, list, item);
      else count(inTables, path, list.block.section, item);
    }
  }
  const hasOtherHeading = otherHeadings(edited, draft);
  for (const [path, lists] of mentioned) {
    for (const [list, items] of lists) {
      const isMention =
        items.size === 1 &&
        inLists.get(path)?.has(list) !== true &&
        hasOtherHeading(list.block.section, path);
      if (!isMention) for (const item of items) count(inLists, path, list, item);
    }
  }
  return { inLists, inParagraphs, inTables };
}

/** Whether a section of the file has the heading of another section, of the draft or of an earlier one. */
function otherHeadings(
  { report, record }: EditedReport,
  { sections }: Draft,
): (section: ReportSection, path: string) => boolean {
  const pathsOf = new Map<ReportSection, Set<string>>();
  for (const { path } of [...sections, ...record.sections]) {
    const section = sectionAt(report.sections, path);
    if (section) pathsOf.set(section, (pathsOf.get(section) ?? new Set()).add(path));
  }
  return (section, path) => pathsOf.get(section)?.has(path) === false;
}

function count<Key>(tally: Tally<Key>, path: string, key: Key, item: string): void {
  const byKey = tally.get(path) ?? new Map<Key, Set<string>>();
  tally.set(path, byKey.set(key, (byKey.get(key) ?? new Set()).add(item)));
}

type RecordedSections = EditedReport['record']['sections'];

/** The section that the draft no longer has and that had most of the items of this one. */
function formerName(draft: Draft, recorded: RecordedSections, path: string): string | undefined {
  const section = draft.sections.find((other) => other.path === path);
  const items = section ? entriesIn(section).flatMap((entry) => entry.items) : [];
  const paths = new Set(draft.sections.map((other) => other.path));
  const [best] = recorded
    .filter((former) => !paths.has(former.path))
    .map((former) => ({
      path: former.path,
      shared: items.filter((item) => item in former.items).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return best?.path;
}

function passagesOnlyIn(recorded: RecordedSections, path: string): Set<string> {
  const elsewhere = recorded.filter((other) => other.path !== path);
  const others = new Set(elsewhere.flatMap(({ passages }) => passages));
  const own = recorded.find((other) => other.path === path)?.passages ?? [];
  return new Set(own.filter((hash) => !others.has(hash)));
}

import type { CheckableReport } from '../../check/text/checkable-report.ts';
import { subjectsOf } from '../../check/text/subjects.ts';
import { isCommitKey } from '../../item/item-id.ts';
import type { Mention } from '../../item/mention.ts';
import { readableText } from '../../markdown/readable-text.ts';
import type { Span } from '../../markdown/span.ts';
import { SpanIndex } from '../../markdown/span-index.ts';
import { citingBullets } from '../../report/citing-bullets.ts';
import { entriesIn } from '../../report/draft/draft.ts';
import type { Citation } from '../../report/links/citations.ts';
import type { ItemLink } from '../../report/links/item-links.ts';
import { itemLead } from '../../report/item-lead.ts';
import { type Bullet, withOuter } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { Desk } from '../desk.ts';
import type { DeskEntry } from '../protocol.ts';
import { EntryTitles } from './entry-titles.ts';
import { WordsOf } from './words-of.ts';

/** An entry of a report, and its section. */
export interface PlacedEntry {
  section: ReportSection;
  entry: Omit<DeskEntry, 'section'>;
}

/**
 * The entries of a report: the outermost list items, rows, elements of HTML and paragraphs that cite
 * something, or that are titles above such where the draft has titles above links.
 *
 * @param citations of the report
 */
export function deskEntries(
  report: CheckableReport,
  citations: readonly Citation[],
  desk: Desk,
): PlacedEntry[] {
  const paragraphs = new Map(report.paragraphs.map((one) => [one.list.block, one]));
  const cited = citations.map((citation) => ({
    ...citation,
    bullet: citation.bullet ?? paragraphs.get(citation.block) ?? null,
  }));
  const levels = levelsIn(desk);
  const citing = new Set<Bullet>();
  for (const { item, bullet } of cited) {
    const title = withOuter(bullet)[levels.get(item) ?? 0];
    for (const one of [bullet, title]) if (one) citing.add(one);
  }
  const bullets = [...report.bullets, ...report.paragraphs].toSorted((a, b) => a.start - b.start);
  const links = new SpanIndex(report.links.filter(({ via }) => via !== 'definition'));
  const people = new SpanIndex([...report.mentions, ...report.profiles]);
  const titles = new EntryTitles(report, desk.server);
  const words = new WordsOf(report, desk);
  const unlinked = namesWithoutLogin(desk);

  return citingBullets(bullets, cited, (bullet) => citing.has(bullet)).map(
    ({ bullet, items: all }) => {
      const { start, end } = bullet;
      const lead = leadOf(report, bullet);
      const items = subjectFirst(report.prose, lead, links.within(lead), all);
      const names = items.flatMap((item) => unlinked.get(item) ?? []);
      return {
        section: bullet.list.block.section,
        entry: {
          ...{ start, end, items },
          people: peopleIn(bullet, people.within(bullet), names),
          words: words.of(bullet, items),
          title: titles.of(bullet),
        },
      };
    },
  );
}

/** How many lists deep inside its entry an item is cited, where a draft has a title above the links. */
function levelsIn({ drafts }: Desk): Map<string, number> {
  const all = drafts ? [...drafts.others.sections, ...drafts.fresh.draft.sections] : [];
  return new Map(
    all
      .flatMap(entriesIn)
      .flatMap(({ items, levels }) => items.map((item): [string, number] => [item, levels])),
  );
}

/** What says first what an entry is about: a list item without the lists inside it. */
function leadOf({ text }: CheckableReport, bullet: Bullet): Span {
  const { start, end, node } = bullet;
  return { start, end: node.type === 'listItem' ? itemLead(text, bullet).end : end };
}

function subjectFirst(
  prose: string,
  span: Span,
  links: readonly ItemLink[],
  items: readonly string[],
): string[] {
  const [first] = items;
  // Which commit an entry is about is not looked for.
  const subjects =
    first !== undefined && isCommitKey(first)
      ? []
      : subjectsOf(prose, span, links).map(({ key }) => key);
  return [...new Set([...subjects.filter((key) => items.includes(key)), ...items])];
}

/** The people of each item whom the facts know only by name. */
function namesWithoutLogin({ facts }: Desk): Map<string, string[]> {
  return new Map(
    facts.items.map(({ id, people }) => [
      id,
      people.filter(({ login }) => login === null).map(({ name }) => name),
    ]),
  );
}

function peopleIn(
  { node }: Bullet,
  mentions: readonly Mention[],
  names: readonly string[],
): string[] {
  const byKey = new Map<string, string>();
  for (const { login } of mentions)
    byKey.set(login.toLowerCase(), byKey.get(login.toLowerCase()) ?? login);
  const text = names.length > 0 ? readableText(node) : '';
  const named = names.filter((name) => name !== '' && text.includes(name));
  return [...new Set([...byKey.values(), ...named])];
}

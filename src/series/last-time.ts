import type { RootContent } from 'mdast';
import type { LastWords } from '../compose/view/previously.ts';
import type { LastTime } from '../compose/view/view.ts';
import { isCommitKey } from '../item/item-id.ts';
import { layoutTexts } from '../config/layout-texts.ts';
import type { Config } from '../config/schema/schema.ts';
import { parseMarkdown } from '../markdown/processor.ts';
import { type Citation, citationsIn } from '../report/links/citations.ts';
import { readHashOf } from '../report/record/as-read.ts';
import { hashText } from '../report/record/hash-text.ts';
import type { Report } from '../report/report.ts';
import { isBelow, type ReportSection, sectionAt, titlesIn } from '../report/sections.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { outcomes, shownItems } from './outcomes.ts';
import { withoutOrdinal } from './ordinal-sentence.ts';
import { visibleTexts, wrappedLines } from './words.ts';

/** The report before, and its date in the series (`YYYY-MM-DD`), which may be empty. */
export interface PreviousReport {
  date: string;
  report: Report;
}

/** The titles and texts of the sections that every report has. */
type FixedSections = Pick<Config, 'template' | 'title' | 'introduction' | 'closing' | 'sentences'>;

/** Where `#12` and the links of a report lead. */
interface Origin {
  server: string;
  repositories: readonly string[];
}

/**
 * The editor's words in the sections that every report has, the introduction and the closing sections
 * of the previous report, with the outcomes of the items they cite. Texts of the config are left out.
 */
export function lastTime(
  { date, report }: PreviousReport,
  snapshot: Snapshot,
  fixed: FixedSections,
): LastWords {
  const { introduction, closing, merged } = wordsOf(report, snapshot, fixed);
  const toLastTime = ({ texts, items }: EditorsWords): LastTime => ({
    date,
    lines: wrappedLines(texts),
    ...outcomes(items, snapshot, merged),
  });
  return {
    introduction: introduction && toLastTime(introduction),
    closing: new Map([...closing].map(([title, words]) => [title, toLastTime(words)])),
  };
}

/** The items (`owner/name#number`, lower case) whose outcomes `lastTime` shows. */
export function itemsOfLastTime(
  { report }: PreviousReport,
  origin: Origin,
  fixed: FixedSections,
): string[] {
  const { introduction, closing } = wordsOf(report, origin, fixed);
  const all = [...(introduction ? [introduction] : []), ...closing.values()];
  return [...new Set(all.flatMap(({ items }) => shownItems(items)))];
}

interface EditorsWords {
  texts: string[];
  /** The items they cite. */
  items: string[];
}

function wordsOf(report: Report, origin: Origin, fixed: FixedSections) {
  const { introduction, closing } = layoutTexts(fixed);
  const { ordinal } = fixed.sentences;
  const citations = citationsIn(report, origin.server, origin.repositories[0]);
  const generated = generatedIn(report);
  const wordsIn = (sections: readonly ReportSection[], configured: string): EditorsWords | null => {
    const ours = parseMarkdown(configured, 'the config').children.map((node) =>
      visibleTexts([node]).join('\n'),
    );
    const nodes = contentOf(sections).filter(
      (node) => !generated.has(node) && !ours.includes(ownTexts(node, ordinal).join('\n')),
    );
    const texts = nodes.flatMap((node) => ownTexts(node, ordinal));
    const own = new Set(nodes);
    if (texts.length === 0) return null;
    const cited = citations.filter(({ item, block }) => own.has(block.node) && !isCommitKey(item));
    return { texts, items: cited.map(({ item }) => item) };
  };
  return {
    merged: new Set(citations.filter(isAmongMerged).map(({ item }) => item)),
    introduction: wordsIn(
      report.sections.filter(({ path }) => path === ''),
      introduction,
    ),
    closing: new Map(
      closing.flatMap(({ title, text }): [string, EditorsWords][] => {
        const words = wordsIn(sectionsNamed(title, report), text);
        return words ? [[title, words]] : [];
      }),
    ),
  };
}

/** The paragraphs that still read as they were generated. */
export function generatedIn({ text, blocks, record }: Report): Set<RootContent> {
  const known = new Set((record?.record.sections ?? []).flatMap(({ passages }) => passages));
  const own = blocks.filter((block) => {
    const read = readHashOf(block);
    return (
      read !== null && (known.has(read) || known.has(hashText(text.slice(block.start, block.end))))
    );
  });
  return new Set(own.map(({ node }) => node));
}

/** Whether a citation is below a heading of merged work, but not in a list of issues. */
function isAmongMerged({ block }: Citation): boolean {
  const titles = titlesIn(block.section.path);
  return (
    titles.some((title) => /\bmerged\b/i.test(title)) &&
    !titles.some((title) => /^issues\b/i.test(title))
  );
}

/** A section with those below it. For a title about plans, any heading about plans will do. */
function sectionsNamed(title: string, { sections }: Report): ReportSection[] {
  const plans = /\bplan/i;
  const named =
    sectionAt(sections, title) ??
    (plans.test(title)
      ? sections.findLast(({ path }) => plans.test(titlesIn(path).at(-1) ?? ''))
      : undefined);
  if (!named) return [];
  return sections.filter((other) => other === named || isBelow(other.path, named.path));
}

/** The nodes of sections, without the report's title and the notice of an incomplete draft. */
function contentOf(sections: readonly ReportSection[]): RootContent[] {
  const title = sections.find(({ heading }) => heading)?.heading?.node;
  return sections
    .flatMap(({ nodes }) => nodes)
    .filter((node) => node !== title && !isIncompleteNotice(node));
}

function isIncompleteNotice(node: RootContent): boolean {
  return node.type === 'blockquote' && visibleTexts([node])[0]?.startsWith(INCOMPLETE) === true;
}

const INCOMPLETE = 'This report is incomplete.';

/** @param sentence the one that counts the reports */
function ownTexts(node: RootContent, sentence: string): string[] {
  const [first, ...others] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'text') return visibleTexts([node]);
  const own = { ...first, value: withoutOrdinal(first.value, sentence) };
  return visibleTexts([{ ...node, children: [own, ...others] }]);
}

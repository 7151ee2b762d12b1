import { sentenceText } from '../../config/schema/sentences-schema.ts';
import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Span } from '../../markdown/span.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import { withoutOrdinal } from '../../series/ordinal-sentence.ts';
import type { Report } from '../../report/report.ts';
import { isPlainName } from '../plain-name.ts';
import type { RecurringParts } from '../proposal.ts';
import type { EarlierReport } from './earlier-report.ts';
import { headingName, headingNames, isMergedWork, isOtherList, isStandingPart } from './section-titles.ts';

/**
 * The title of the newest report, and what it has in common with at least half of them: paragraphs of
 * the introduction that cite nothing, and closing sections, with their text when it never changed.
 */
export function recurringParts(reports: readonly EarlierReport[]): RecurringParts {
  const citing = reports.filter(({ citations }) => citations.length > 0);
  const newest = citing.at(-1);
  if (!newest) return {};
  const title = titleOf(newest);
  const introduction = recurring(citing.map(introductionOf)).join('\n\n');
  const closing = closingOf(citing);
  return {
    ...(title !== null && { title }),
    ...(introduction !== '' && { introduction }),
    ...(closing && { closing }),
  };
}

/** What precedes “for” and the date, as in the titles that devreport writes. */
function titleOf({ report }: EarlierReport): string | null {
  const first = report.sections.find(({ heading }) => heading !== null);
  const heading = first?.path === '' ? first.heading : null;
  const text = heading ? headingName(toString(heading.node)) : '';
  const [, title = /\d/.test(text) ? '' : text] = /^(.*?\S) for (?=.*\d)/.exec(text) ?? [];
  return isPlainName(title) ? title : null;
}

/** The paragraphs below the title, except those that cite something or need a definition. */
function introductionOf({ report, citations }: EarlierReport): string[] {
  const citing = new Set(citations.map(({ block }) => block));
  return report.blocks.flatMap((block) => {
    const { node, section } = block;
    if (section.path !== '' || node.type !== 'paragraph' || citing.has(block)) return [];
    const text = isSelfContained(node) ? withoutOrdinal(sourceOf(report, block), sentenceText('ordinal')) : '';
    return text === '' ? [] : [text];
  });
}

/** Whether a paragraph means the same in another file: no reference links, and no HTML. */
function isSelfContained(paragraph: Paragraph): boolean {
  let selfContained = true;
  visit(paragraph, (node) => {
    if (node.type.endsWith('Reference') || node.type === 'html') selfContained = false;
  });
  return selfContained;
}

/** The Markdown of a block on one line; empty when it has invisible characters. */
function sourceOf({ text }: Report, { start, end }: Span): string {
  const source = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return visibleText(source) === source && !/\p{Cs}/u.test(source) ? source : '';
}

/** The texts of the last list that at least half of the lists have. */
function recurring(lists: readonly (readonly string[])[]): string[] {
  const inHalf = (text: string) =>
    lists.filter((list) => list.includes(text)).length * 2 >= lists.length;
  return [...new Set(lists.at(-1))].filter(inHalf);
}

function closingOf(reports: readonly EarlierReport[]): RecurringParts['closing'] {
  const endings = reports.map(closingSections);
  const newest = endings.at(-1);
  if (!newest) return undefined;
  const titles = endings.map((sections) => [...(sections ?? new Map<string, string>()).keys()]);
  return recurring(titles).map((title) => {
    const texts = new Set(endings.flatMap((sections) => sections?.get(title) ?? []));
    const [text = ''] = texts.size === 1 && reports.length > 1 ? texts : [];
    return text === '' ? { title } : { title, text };
  });
}

/**
 * The sections after the merged work: their text by their title, empty unless it is one paragraph.
 * Null without merged work.
 */
function closingSections({ report }: EarlierReport): Map<string, string> | null {
  const last = report.sections.findLastIndex((section) =>
    isMergedWork(headingNames(section)[0] ?? ''),
  );
  if (last < 0) return null;
  return new Map(
    report.sections.slice(last + 1).flatMap((section): [string, string][] => {
      const [title = '', ...below] = headingNames(section);
      if (below.length > 0 || !isPlainName(title)) return [];
      if (isStandingPart(title) || (isOtherList(title) && !/\bplan/i.test(title))) return [];
      const [block, ...more] = report.blocks.filter(
        ({ section: own, node }) =>
          own === section && node.type === 'paragraph' && isSelfContained(node),
      );
      return [[title, block && more.length === 0 ? sourceOf(report, block) : '']];
    }),
  );
}

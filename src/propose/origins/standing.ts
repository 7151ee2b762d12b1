import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { visibleText } from '../../markdown/plain-text.ts';
import { withoutOrdinal } from '../../series/ordinal-sentence.ts';
import { type ReportSection, titlesIn } from '../../report/sections.ts';
import { type CitingReport, MERGED, nameOf, OTHER_LISTS, readCitingReport } from './cited-pulls.ts';
import type { Known } from '../known.ts';
import type { Standing } from '../proposal.ts';
import { isPlain } from './read-settings.ts';

/**
 * The title of the newest report, and what at least half of them have too: paragraphs of its
 * introduction that cite nothing, and sections at its end, with their text where it never changed.
 */
export function standingIn({ repository, server, reports }: Known): Standing {
  const pages = reports
    .map(({ text }) => readCitingReport(text, server, repository))
    .filter(({ citations }) => citations.length > 0);
  const newest = pages.at(-1);
  if (!newest) return {};
  const title = titleOf(newest);
  const introduction = usual(pages.map(introductionOf)).join('\n\n');
  const closing = closingOf(pages);
  return {
    ...(title !== null && { title }),
    ...(introduction !== '' && { introduction }),
    ...(closing && { closing }),
  };
}

/** What comes before the date: after “for”, as in a title of ours. */
function titleOf({ report }: CitingReport): string | null {
  const heading = report.sections.find((section) => section.path === '' && section.heading)?.heading
    ?.node;
  const text = heading ? nameOf(toString(heading)) : '';
  const [, title = /\d/.test(text) ? '' : text] = /^(.*?\S) for (?=.*\d)/.exec(text) ?? [];
  return isPlain(title) ? title : null;
}

/** The paragraphs below the title, without those that cite something or need a definition. */
function introductionOf(page: CitingReport): string[] {
  const citing = new Set(page.citations.map(({ block }) => block));
  return page.report.blocks.flatMap((block) => {
    const { node, section } = block;
    if (section.path !== '' || node.type !== 'paragraph' || citing.has(block)) return [];
    const text = isWhole(node) ? withoutOrdinal(sourceOf(page, block)) : '';
    return text === '' ? [] : [text];
  });
}

function isWhole(paragraph: Paragraph): boolean {
  let whole = true;
  visit(paragraph, (node) => {
    if (node.type.endsWith('Reference') || node.type === 'html') whole = false;
  });
  return whole;
}

function sourceOf(
  { report: { text } }: CitingReport,
  { start, end }: { start: number; end: number },
): string {
  const source = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return visibleText(source) === source && !/\p{Cs}/u.test(source) ? source : '';
}

/** Those of the last list that at least half of the lists have. */
function usual(lists: readonly (readonly string[])[]): string[] {
  const isUsual = (text: string) =>
    lists.filter((list) => list.includes(text)).length * 2 >= lists.length;
  return [...new Set(lists.at(-1))].filter(isUsual);
}

function closingOf(pages: readonly CitingReport[]): Standing['closing'] {
  const ends = pages.map(endsOf);
  const found = ends.at(-1);
  if (!found) return undefined;
  const names = ends.map((end) => [...(end ?? new Map<string, string>()).keys()]);
  return usual(names).map((title) => {
    const texts = new Set(ends.flatMap((end) => end?.get(title) ?? []));
    const [text = ''] = texts.size === 1 && pages.length > 1 ? texts : [];
    return text === '' ? { title } : { title, text };
  });
}

/** The sections after the merged work by their titles, with a text that is one paragraph; null without any. */
function endsOf(page: CitingReport): Map<string, string> | null {
  const isTop = ({ path }: ReportSection) => path !== '' && titlesIn(path).length === 1;
  const last = page.report.sections.findLastIndex((section) =>
    MERGED.test(titlesIn(section.path)[0] ?? ''),
  );
  if (last < 0) return null;
  const ends = page.report.sections.slice(last + 1).filter(isTop);
  return new Map(
    ends.flatMap((section): [string, string][] => {
      const title = nameOf(section.path);
      if (!isPlain(title) || (OTHER_LISTS.test(title) && !/\bplan/i.test(title))) return [];
      const [block, ...more] = page.report.blocks.filter(
        ({ section: own, node }) => own === section && node.type === 'paragraph' && isWhole(node),
      );
      return [[title, block && more.length === 0 ? sourceOf(page, block) : '']];
    }),
  );
}

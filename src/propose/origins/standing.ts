import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { visibleText } from '../../markdown/plain-text.ts';
import { ORDINAL } from '../../series/last-time.ts';
import { type Page, readPage } from '../../report/page.ts';
import type { Region } from '../../report/regions.ts';
import { MERGED, nameOf, OTHER_LISTS } from './cited-pulls.ts';
import type { Known } from '../known.ts';
import type { Standing } from '../proposal.ts';
import { isPlain } from './read-settings.ts';

/**
 * The title of the newest report, and what at least half of them have too: paragraphs of its
 * introduction that cite nothing, and sections at its end, with their text where it never changed.
 */
export function standingIn({ repository, server, reports }: Known): Standing {
  const pages = reports
    .map(({ text }) => readPage(text.replace(/^\uFEFF/, ''), server, repository ?? ''))
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
function titleOf({ regions }: Page): string | null {
  const heading = regions.find((region) => region.path === '' && region.heading)?.heading;
  const text = heading ? nameOf(toString(heading)) : '';
  const [, title = /\d/.test(text) ? '' : text] = /^(.*?\S) for (?=.*\d)/.exec(text) ?? [];
  return isPlain(title) ? title : null;
}

/** The paragraphs below the title, without those that cite something or need a definition. */
function introductionOf(page: Page): string[] {
  const citing = new Set(page.citations.map(({ block }) => block));
  return page.blocks.flatMap((block) => {
    const { node, region } = block;
    if (region.path !== '' || node.type !== 'paragraph' || citing.has(block)) return [];
    const text = isWhole(node) ? sourceOf(page, block).replace(ORDINAL, '') : '';
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

function sourceOf({ text }: Page, { start, end }: { start: number; end: number }): string {
  const source = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return visibleText(source) === source && !/\p{Cs}/u.test(source) ? source : '';
}

/** Those of the last list that at least half of the lists have. */
function usual(lists: readonly (readonly string[])[]): string[] {
  const isUsual = (text: string) =>
    lists.filter((list) => list.includes(text)).length * 2 >= lists.length;
  return [...new Set(lists.at(-1))].filter(isUsual);
}

function closingOf(pages: readonly Page[]): Standing['closing'] {
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
function endsOf(page: Page): Map<string, string> | null {
  const isTop = ({ path }: Region) => path !== '' && !path.includes(' › ');
  const last = page.regions.findLastIndex((region) =>
    MERGED.test(region.path.split(' › ')[0] ?? ''),
  );
  if (last < 0) return null;
  const ends = page.regions.slice(last + 1).filter(isTop);
  return new Map(
    ends.flatMap((region): [string, string][] => {
      const title = nameOf(region.path);
      if (!isPlain(title) || (OTHER_LISTS.test(title) && !/\bplan/i.test(title))) return [];
      const [block, ...more] = page.blocks.filter(
        ({ region: own, node }) => own === region && node.type === 'paragraph' && isWhole(node),
      );
      return [[title, block && more.length === 0 ? sourceOf(page, block) : '']];
    }),
  );
}

import { plainLine, plainText } from '../../markdown/plain-text.ts';
import { readableTextWithoutTags } from '../../markdown/readable-text.ts';
import type { Report } from '../../report/report.ts';
import { listsMerged, type ReportSection } from '../../report/sections.ts';
import { generatedIn } from '../../series/last-time.ts';

/** What a list of reports says of one: its highlights, else how it begins; either may be empty. */
export interface Highlights {
  highlights: string[];
  beginning: string;
}

const MOST_HIGHLIGHTS = 5;

/** Characters of the beginning. */
const LONGEST_BEGINNING = 300;

/**
 * The highlights of a report: the entries below a heading that calls them so; else the titles of the sections
 * that its editor put above the merged ones. Without any, its first sentences that no template wrote.
 */
export function highlightsOf(report: Report): Highlights {
  const { sections, bullets, blocks } = report;
  const named = sections.filter(({ titles }) =>
    titles.some((title) => /\bhighlights?\b/i.test(title)),
  );
  const entries = bullets.filter(
    ({ outer, list }) => outer === null && named.includes(list.block.section),
  );
  const own = entries.length > 0 ? [] : sectionsAbove(sections);
  const texts = [
    ...entries.map(({ node }) => readableTextWithoutTags(node)),
    ...own.map(({ title }) => title),
  ];
  const highlights = texts.map(plainText).filter((text) => text !== '');
  if (highlights.length > 0)
    return { highlights: highlights.slice(0, MOST_HIGHLIGHTS), beginning: '' };
  const generated = generatedIn(report);
  const first = blocks.find(({ node }) => node.type === 'paragraph' && !generated.has(node));
  return {
    highlights,
    beginning: first ? firstSentences(readableTextWithoutTags(first.node)) : '',
  };
}

/** The sections of text alone, above the first one that lists what was merged. */
function sectionsAbove(sections: readonly ReportSection[]): ReportSection[] {
  const first = sections.findIndex(listsMerged);
  return sections
    .slice(0, Math.max(0, first))
    .filter(({ path, nodes }) => path !== '' && nodes.some(({ type }) => type === 'paragraph'));
}

function firstSentences(text: string): string {
  const line = plainLine(text);
  if (line.length <= LONGEST_BEGINNING) return line;
  const sentences = /^.{40,299}?[.!?](?=\s)(?:.{0,150}[.!?](?=\s))?/u.exec(line)?.[0];
  return sentences ?? plainText(line);
}

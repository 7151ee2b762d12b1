import type { Mention } from '../../item/mention.ts';
import { mentionsIn } from '../../item/mention.ts';
import type { Span } from '../../markdown/span.ts';
import { SpanIndex } from '../../markdown/span-index.ts';
import { entriesOf, type ReportEntry } from '../../report/entries.ts';
import { untouchedSections } from '../../report/draft/untouched-sections.ts';
import { type ItemLink, itemLinks } from '../../report/links/item-links.ts';
import { profileLinks } from '../../report/links/profile-links.ts';
import type { Report } from '../../report/report.ts';
import { containersOf } from './containers.ts';
import { type LinkSlip, linkSlips } from './link-slips.ts';
import { LinkedItems } from './linked-items.ts';
import { proseOf } from './prose.ts';
import { subjectsOf } from './subjects.ts';

/** A report with its running text, as the rules see it. */
export interface CheckableReport extends Report {
  /** The paragraphs, headings and table cells, in order. */
  containers: Span[];
  /** The text outside of code, HTML and links, also links with a slip in their syntax. As long as `text`. */
  prose: string;
  /** The same with the texts of links. As long as `text`. */
  shown: string;
  /** The text outside of code, HTML and addresses. As long as `text`. */
  words: string;
  slips: LinkSlip[];
  links: ItemLink[];
  linked: LinkedItems;
  mentions: Mention[];
  /** Links to people's profiles, with any text. */
  profiles: Mention[];
  entries: CheckableEntry[];
  /** The paths of the sections in which everything is as it was generated. */
  untouched: string[];
}

export interface CheckableEntry extends ReportEntry {
  /** The links to the items that it is about. */
  subjects: ItemLink[];
  mentions: Mention[];
}

/** Citations are links to `server`. */
export function checkable(report: Report, server: string): CheckableReport {
  const { text, root } = report;
  const slips = linkSlips(proseOf(text, root, 'addresses'));
  const words = proseOf(text, root, 'texts');
  const prose = without(proseOf(text, root, 'none'), slips);
  const links = itemLinks(report, server);
  const mentions = mentionsIn(words);
  const mentioned = new SpanIndex(mentions);
  return {
    ...report,
    containers: containersOf(root),
    prose,
    shown: without(words, slips),
    words,
    slips,
    links,
    linked: new LinkedItems(links),
    mentions,
    profiles: profileLinks(report, server),
    entries: entriesOf(report, links).map((entry) => ({
      ...entry,
      subjects: subjectsOf(prose, entry, entry.links),
      mentions: mentioned.within(entry),
    })),
    untouched: untouchedSections(report, server),
  };
}

function without(prose: string, slips: readonly LinkSlip[]): string {
  if (slips.length === 0) return prose;
  const characters = prose.split('');
  for (const { start, end, kind } of slips) {
    characters.fill(' ', start, end);
    // The parenthesis belongs to the text around the link.
    if (kind === 'parenthesis-inside') characters[start] = '(';
  }
  return characters.join('');
}

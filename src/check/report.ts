import type { Definition, Root } from 'mdast';
import { VFile } from 'vfile';
import { UsageError } from '../errors.ts';
import { parseMarkdown } from '../markdown/processor.ts';
import { definitionsOf } from '../report/cited.ts';
import { hashText } from '../report/hash-text.ts';
import { findRecord } from '../report/find-record.ts';
import type { Record } from '../report/record.ts';
import { containersOf } from './text/containers.ts';
import { type Entry, readEntries } from './entries.ts';
import { type ItemLink, itemLinks } from '../report/item-links.ts';
import { type Mention, readMentions, readProfiles } from '../report/mentions.ts';
import { type LinkSlip, linkSlips } from './text/link-slips.ts';
import { blank, proseOf } from './text/prose.ts';
import type { Span } from '../markdown/span.ts';
import { readSections, type Section } from './sections.ts';

/** An edited report, read once for all rules. Spans are offsets in `text`. */
export interface Report {
  text: string;
  /** The same for plugins of remark; front matter is blanked. */
  file: VFile;
  tree: Root;
  /** Where its running text stands, in order. */
  containers: Span[];
  /** The text outside code, HTML and links, also those that are none for a slip. */
  prose: string;
  /** The text outside code, HTML and addresses. */
  words: string;
  slips: LinkSlip[];
  /** By identifier. */
  definitions: ReadonlyMap<string, Definition>;
  links: ItemLink[];
  mentions: Mention[];
  /** Links to people's pages, whatever their texts. */
  profiles: Mention[];
  sections: Section[];
  entries: Entry[];
  /** What its draft remembers; null when there is none. */
  record: Record | null;
  /** What is wrong with the record; null when nothing is. */
  damage: string | null;
  /** Whether nobody has edited the draft yet. */
  untouched: boolean;
}

export interface ReportFile {
  path: string;
  text: string;
}

/** Reads a report, whose links to `server` are citations. */
export function readReport({ path, text: given }: ReportFile, server: string): Report {
  const text = given.replace(/^\uFEFF/, '');
  // To a Markdown parser front matter is a line and a heading.
  const value = text.replace(/^---\r?\n[^]*?\r?\n---[ \t]*(?=\r?\n|$)/, blank);
  const tree = parseMarkdown(value);
  const slips = linkSlips(proseOf(value, tree, 'addresses'));
  const words = proseOf(value, tree, 'texts');
  const links = itemLinks(value, tree, server);
  const mentions = readMentions(words);
  const prose = without(proseOf(value, tree, 'none'), slips);
  const sections = readSections(value, tree);
  return {
    text,
    file: new VFile({ path, value }),
    tree,
    containers: containersOf(tree),
    prose,
    words,
    slips,
    definitions: definitionsOf(tree),
    links,
    mentions,
    profiles: readProfiles(tree, server),
    sections,
    entries: readEntries(tree, { prose, links, mentions, sections }),
    ...readRecord(text, tree, path),
  };
}

function without(prose: string, slips: readonly LinkSlip[]): string {
  return slips.reduce((rest, { start, end, kind }) => {
    const hidden = blank(rest.slice(start, end));
    // Its parenthesis belongs to the text around it.
    const left = kind === 'parenthesis-inside' ? `(${hidden.slice(1)}` : hidden;
    return rest.slice(0, start) + left + rest.slice(end);
  }, prose);
}

function readRecord(
  text: string,
  tree: Root,
  path: string,
): Pick<Report, 'record' | 'damage' | 'untouched'> {
  try {
    const found = findRecord(text, tree, path);
    if (!found) return { record: null, damage: null, untouched: false };
    const { record, start } = found;
    return { record, damage: null, untouched: record.draft === hashText(text.slice(0, start)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { record: null, damage: error.message, untouched: false };
  }
}

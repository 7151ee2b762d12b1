import type { RootContent } from 'mdast';
import type { LastTime, Previously } from '../compose/view.ts';
import type { Config } from '../config/schema.ts';
import { parseMarkdown } from '../markdown/processor.ts';
import { type Citation, type Page, readPage } from '../report/page.ts';
import { isBelow, type Region, regionWithHeading } from '../report/regions.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { outcomes, toldOf } from './outcomes.ts';
import { wordsOf, wrapped } from './words.ts';

/** A report as it was published, and the date it is named after (`YYYY-MM-DD`). */
export interface PreviousReport {
  date: string;
  text: string;
}

/** What the places that stand in every report are called, and say by themselves. */
type Standing = Pick<Config, 'introduction' | 'closing'>;
interface Home {
  server: string;
  repositories: readonly string[];
}

/**
 * What the previous report said in the places that stand in every report, where that is not what the
 * config says: its introduction, and the closing sections, with what became of the items they name.
 */
export function lastTime(
  report: PreviousReport,
  snapshot: Snapshot,
  standing: Standing,
): Previously {
  const { introduction, closing, merged } = passagesOf(report, snapshot, standing);
  const told = ({ words, items }: Passage): LastTime => ({
    date: report.date,
    lines: wrapped(words),
    ...outcomes(items, snapshot, merged),
  });
  return {
    introduction: introduction && told(introduction),
    closing: new Map([...closing].map(([title, passage]) => [title, told(passage)])),
  };
}

/** The items (`owner/name#number`, lower case) of which `lastTime` tells what became of them. */
export function itemsOfLastTime(report: PreviousReport, home: Home, standing: Standing): string[] {
  const { introduction, closing } = passagesOf(report, home, standing);
  const passages = [...(introduction ? [introduction] : []), ...closing.values()];
  return [...new Set(passages.flatMap(({ items }) => toldOf(items)))];
}

interface Passage {
  words: string[];
  /** Cited in it. */
  items: string[];
}

function passagesOf({ text }: PreviousReport, home: Home, { introduction, closing }: Standing) {
  const plain = text.replace(/^\uFEFF/, '');
  const page = readPage(plain, home.server, home.repositories[0]);
  const said = (regions: readonly Region[], standing: string): Passage | null => {
    const ours = parseMarkdown(standing).children.map((node) => wordsOf([node]).join('\n'));
    const nodes = contentOf(regions).filter((node) => !ours.includes(saidBy(node).join('\n')));
    const words = nodes.flatMap(saidBy);
    if (words.length === 0) return null;
    const cited = page.citations.filter(({ block }) => nodes.includes(block.node));
    return { words, items: cited.map(({ item }) => item) };
  };
  return {
    merged: new Set(page.citations.filter(isAmongMerged).map(({ item }) => item)),
    introduction: said(
      page.regions.filter(({ path }) => path === ''),
      introduction,
    ),
    closing: new Map(
      closing.flatMap((section): [string, Passage][] => {
        const found = said(regionsNamed(section.title, page), section.text);
        return found ? [[section.title, found]] : [];
      }),
    ),
  };
}

/** Whether it stands below a heading of merged work; issues may stand there by themselves. */
function isAmongMerged({ block }: Citation): boolean {
  const names = block.region.path.split(' › ');
  return (
    names.some((name) => /\bmerged\b/i.test(name)) && !names.some((name) => /^issues\b/i.test(name))
  );
}

/** A section with all below it. Plans are found under any heading that speaks of plans. */
function regionsNamed(title: string, { regions }: Page): Region[] {
  const plans = /\bplan/i;
  const region =
    regionWithHeading(regions, title) ??
    (plans.test(title)
      ? regions.findLast(({ path }) => plans.test(path.split(' › ').at(-1) ?? ''))
      : undefined);
  if (!region) return [];
  return regions.filter((other) => other === region || isBelow(other.path, region.path));
}

/** Without the title of the whole, and what every draft says of itself. */
function contentOf(regions: readonly Region[]): RootContent[] {
  const title = regions.find(({ heading }) => heading !== null)?.heading;
  return regions
    .flatMap(({ nodes }) => nodes)
    .filter((node) => node !== title && !isMadeByUs(node));
}

function isMadeByUs(node: RootContent): boolean {
  return node.type === 'blockquote' && wordsOf([node])[0]?.startsWith(INCOMPLETE) === true;
}

const INCOMPLETE = 'This report is incomplete.';
/** With which the introduction of a draft begins: another one every time. */
export const ORDINAL = /^The [\w -]+ development report\.\s*/;

function saidBy(node: RootContent): string[] {
  return wordsOf([withoutOrdinal(node)]);
}

function withoutOrdinal(node: RootContent): RootContent {
  const [first, ...rest] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || first?.type !== 'text') return node;
  return { ...node, children: [{ ...first, value: first.value.replace(ORDINAL, '') }, ...rest] };
}

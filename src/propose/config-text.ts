import { Document, isMap, isScalar, isSeq, type Pair } from 'yaml';
import { parseYamlConfig } from '../config/yaml.ts';
import {
  commentedOut,
  commentOf,
  explained,
  optionNames,
  sectionOptions,
} from './option-comments.ts';
import type { Proposal } from './proposal.ts';
import { toSections } from './to-sections.ts';

/** A list longer than that is a line for each. */
const LINE = 70;

const ABOUT =
  'The config of devreport, as devreport init proposes it. Change what you like. An option that is commented out stands there as it is without being set.';

/** A proposal as the text of a `devreport.yml`, with a comment on every option and every section. */
export function configText(proposal: Proposal, repository: string | null): string {
  const exclude = excluded(proposal);
  const { sections, fallback } = toSections(proposal.sections, proposal.fallback ?? '');
  const set: Record<string, unknown> = {
    ...(repository !== null && { repositories: [repository] }),
    sections,
    fallback,
    ...(exclude && { exclude }),
    ...proposal.standing,
  };
  const ordered = optionNames.flatMap((name) => (name in set ? [[name, set[name]]] : []));
  const document = new Document(Object.fromEntries(ordered) as Record<string, unknown>);
  comment(document, proposal);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  parseYamlConfig(text, 'the proposed config');
  return text;
}

function comment(document: Document, proposal: Proposal): void {
  if (!isMap(document.contents)) throw new Error('a config is a map');
  document.commentBefore = commentOf([ABOUT]);
  const pairs = new Map(document.contents.items.map((pair) => [String(pair.key), pair]));
  let above: string[] = [];
  for (const name of optionNames) {
    const pair = pairs.get(name);
    const about = pair ? aboutOption(name, proposal) : [];
    above.push(pair ? [explained(name), ...about].join('\n') : commentedOut(name));
    if (!pair) continue;
    if (name === 'sections') commentSections(pair, proposal);
    if (isScalar(pair.key)) {
      // A comment on the whole ends in a blank line by itself.
      pair.key.spaceBefore = pair !== document.contents.items[0];
      pair.key.commentBefore = above.join('\n\n');
    }
    above = [];
  }
  document.comment = above.join('\n\n');
}

/** What there is to say of an option that is set, besides what it is for. */
function aboutOption(name: string, { source, notes, exclude, standing }: Proposal): string[] {
  if (name === 'exclude') return [commentOf([`These are what ${exclude.path} leaves out.`])];
  if (name in standing) return [commentOf(['This is what the earlier reports have.'])];
  if (name !== 'sections') return [];
  return [commentOf([`These are proposed ${source}.`, ...notes]), ' ', sectionOptions()];
}

function excluded({ exclude: { labels, authors } }: Proposal): object | null {
  if (labels.length + authors.length === 0) return null;
  return { ...(labels.length > 0 && { labels }), ...(authors.length > 0 && { authors }) };
}

function commentSections({ value }: Pair, { sections }: Proposal): void {
  if (!isSeq(value)) return;
  value.items.forEach((item, index) => {
    const why = sections[index]?.why ?? [];
    if (!isMap(item)) return;
    if (why.length > 0) item.commentBefore = commentOf(why);
    item.spaceBefore = index > 0 && why.length > 0;
    for (const { value: list } of item.items) {
      if (isSeq(list)) list.flow = String(list).length <= LINE;
    }
  });
}

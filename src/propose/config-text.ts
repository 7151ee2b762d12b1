import { Document, isMap, isScalar, isSeq, type Pair, visit } from 'yaml';
import { parseYamlConfig } from '../config/yaml.ts';
import { escapeInvisible, visibleText } from '../markdown/plain-text.ts';
import { configSections } from './config-sections.ts';
import {
  commentOf,
  defaultInComment,
  describeOption,
  describeSectionOptions,
  optionNames,
} from './option-comments.ts';
import type { ProposedConfig } from './proposal.ts';

/** Longer lists are written with a line for each value. */
const LINE = 70;

const ABOUT =
  'Config of devreport, proposed by devreport init. Change what you like. Options that are commented out show their defaults.';

/** A proposal as the text of a `devreport.yml`, with a comment on every option and every section. */
export function configText(proposal: ProposedConfig, repository: string | null): string {
  const repositories = proposal.repositories ?? (repository === null ? [] : [repository]);
  const exclude = exclusionsOf(proposal);
  const { sections, fallback } = configSections(proposal.sections, proposal.fallback ?? '');
  const set: Record<string, unknown> = {
    ...(repositories.length > 0 && { repositories }),
    sections,
    fallback,
    ...(exclude && { exclude }),
    ...proposal.recurring,
    ...Object.fromEntries(
      Object.entries(proposal.settings ?? {}).map(([name, { value }]) => [name, value]),
    ),
  };
  const ordered = optionNames.flatMap((name) => (name in set ? [[name, set[name]]] : []));
  const document = new Document(Object.fromEntries(ordered) as Record<string, unknown>);
  addComments(document, proposal);
  const text = visibleYaml(document);
  parseYamlConfig(text, 'the proposed config');
  return text;
}

/** The text of a document; invisible characters of labels and paths are escaped in double quotes. */
function visibleYaml(document: Document): string {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && visibleText(node.value) !== node.value)
        node.type = 'QUOTE_DOUBLE';
    },
  });
  return escapeInvisible(
    document.toString({ lineWidth: 0, flowCollectionPadding: false }),
    (codePoint) => `\\U${codePoint.toString(16).padStart(8, '0')}`,
  );
}

function exclusionsOf({ exclude: { labels, authors } }: ProposedConfig): object | null {
  if (labels.length + authors.length === 0) return null;
  return { ...(labels.length > 0 && { labels }), ...(authors.length > 0 && { authors }) };
}

function addComments(document: Document, proposal: ProposedConfig): void {
  if (!isMap(document.contents)) throw new Error('a config is a map');
  document.commentBefore = commentOf([ABOUT]);
  const pairs = new Map(document.contents.items.map((pair) => [String(pair.key), pair]));
  let above: string[] = [];
  for (const name of optionNames) {
    const pair = pairs.get(name);
    const reasons = pair ? reasonsFor(name, proposal) : [];
    above.push(pair ? [describeOption(name), ...reasons].join('\n') : defaultInComment(name));
    if (!pair) continue;
    if (name === 'sections') commentSections(pair, proposal);
    if (isScalar(pair.key)) {
      // The comment on the whole document brings a blank line of its own.
      pair.key.spaceBefore = pair !== document.contents.items[0];
      pair.key.commentBefore = above.join('\n\n');
    }
    above = [];
  }
  document.comment = above.join('\n\n');
}

/** Where the value of an option comes from. */
function reasonsFor(name: string, proposal: ProposedConfig): string[] {
  const { source, notes, exclude, recurring, settings = {} } = proposal;
  const setting = settings[name as keyof typeof settings];
  if (setting) return [commentOf(setting.why)];
  if (name === 'repositories' && proposal.repositories)
    return [commentOf(['Those that the earlier reports are about.'])];
  if (name === 'exclude') return [commentOf([`Taken from ${exclude.path}.`])];
  if (name in recurring) return [commentOf(['Taken from the earlier reports.'])];
  if (name !== 'sections') return [];
  return [commentOf([`Proposed ${source}.`, ...notes]), ' ', describeSectionOptions()];
}

function commentSections({ value }: Pair, { sections }: ProposedConfig): void {
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

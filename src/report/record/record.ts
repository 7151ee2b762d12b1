import * as v from 'valibot';
import { isCommitKey } from '../../item/item-id.ts';
import { itemKeyPattern } from '../../item/qualified-item.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import { END_EXPECTED, repositoryNameValue, windowEntries } from '../../snapshot/values.ts';

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/));

/** The newest version of records that this devreport reads. */
export const recordVersion = 4;

/** The states of items that are told apart, as of the period's end. */
export const itemStates = [
  'open',
  'closed',
  'not_planned',
  'duplicate',
  'unmerged',
  'merged',
  'unknown',
] as const;

const memorySchema = v.strictObject({
  state: v.picklist(itemStates),
  title: hash,
  note: v.optional(hash),
  reverted: v.optional(v.literal(true)),
});

/** What was known of an item when its entry was written: its state, and hashes of its title and note. */
export type ItemMemory = v.InferOutput<typeof memorySchema>;

const item = v.pipe(v.string(), v.regex(itemKeyPattern));

/** How records begin, in HTML. */
export const recordOpening = /^<!--[ \t]*devreport record/gm;

export const recordSchema = v.strictObject({
  version: v.picklist([1, 2, 3, recordVersion]),
  period: v.pipe(
    v.strictObject(windowEntries),
    v.forward(
      v.check(({ start, end }) => start < end, END_EXPECTED),
      ['end'],
    ),
  ),
  /** The repository of `#12` in the report; items of others have its name before the number. */
  repository: v.optional(repositoryNameValue),
  /** The hash of the draft, until a run revises an edited text: a file that still has it was never edited. */
  draft: v.optional(hash),
  /** In the order of the draft. */
  sections: v.array(
    v.strictObject({
      /** The titles of its heading and of those above, without the report's title: `PRs merged › Core`. */
      path: v.string(),
      /** The paragraphs and comments last generated for it outside of its groups, in order. */
      passages: v.array(hash),
      /** By item (`owner/name#number` or `owner/name@hash`, lower case): every text of an entry ever generated for it. */
      items: v.record(item, v.array(hash)),
      /** By the hash of what was written above a group of entries, like the name of an author. */
      groups: v.optional(
        v.record(
          hash,
          v.strictObject({
            /** Those of its entries. */
            items: v.array(item),
            /** Those between them, as above. */
            passages: v.optional(v.array(hash)),
          }),
        ),
      ),
    }),
  ),
  /** The link definitions that were ever generated and are there. */
  definitions: v.optional(v.array(hash)),
  /**
   * By item, in a report that was begun before the end of its period. Only records with it, or with
   * commits, have version 2, and only those with groups or definitions version 3: a devreport that doesn't know them
   * refuses it.
   */
  facts: v.optional(v.record(item, memorySchema)),
  /**
   * The hash of each value last generated in the front matter, by key; null for a key that was the
   * editor's before devreport had a value for it. Only records with it have version 4.
   */
  frontMatter: v.optional(v.record(v.string(), v.nullable(hash))),
});

/**
 * The memory of a draft: its period, and the items it offered in each section, with hashes of the
 * generated texts, so that a later run can distinguish the editor's words from its own. A hash is the first
 * 16 hex digits of the text's SHA-256.
 */
export type ReportRecord = v.InferOutput<typeof recordSchema>;

/** The groups of a section, by the hashes of their leads. */
export type RecordedGroups = NonNullable<ReportRecord['sections'][number]['groups']>;

/** Every item that was ever offered, as `owner/name#number`, lower case. */
export function offeredItems({ sections }: Pick<ReportRecord, 'sections'>): string[] {
  return sections.flatMap(({ items }) => Object.keys(items));
}

function remembered(facts: Readonly<Record<string, ItemMemory>>): string[] {
  return Object.entries(facts).map(
    ([one, memory]) => `\n    ${jsonText(one)}: ${jsonText(memory)}`,
  );
}

/** The oldest version that has everything in it. */
function versionOf({
  facts,
  sections,
  definitions,
  frontMatter,
}: ReportRecord): ReportRecord['version'] {
  if (frontMatter !== undefined) return 4;
  if (definitions || sections.some(({ groups }) => groups)) return 3;
  return facts !== undefined || offeredItems({ sections }).some(isCommitKey) ? 2 : 1;
}

export function serialiseRecord(record: ReportRecord): string {
  const { period, repository, draft, sections, definitions, facts, frontMatter } = record;
  const lines = sections.map(({ path, passages, items, groups }) => {
    const texts = Object.entries(items).map(
      ([item, hashes]) => `\n      ${jsonText(item)}: ${jsonText(hashes)}`,
    );
    const fields = [
      `"path": ${jsonText(path)}`,
      `"passages": ${jsonText(passages)}`,
      `"items": {${texts.join(',')}}`,
      ...(groups ? [`"groups": ${jsonText(groups)}`] : []),
    ];
    return `\n    {${fields.join(', ')}}`;
  });
  const fields = [
    `"version": ${versionOf(record)}`,
    `"period": ${jsonText(period)}`,
    ...(repository === undefined ? [] : [`"repository": ${jsonText(repository)}`]),
    ...(draft === undefined ? [] : [`"draft": "${draft}"`]),
    `"sections": [${lines.join(',')}]`,
    ...(definitions ? [`"definitions": ${jsonText(definitions)}`] : []),
    ...(facts ? [`"facts": {${remembered(facts).join(',')}}`] : []),
    ...(frontMatter ? [`"frontMatter": ${jsonText(frontMatter)}`] : []),
  ];
  // An HTML comment must not contain two hyphens in a row; JSON can escape one.
  const json = `{\n  ${fields.join(',\n  ')}\n}`.replaceAll('--', '-\\u002d');
  return `<!-- devreport record: made by devreport, used when it is run again; leave it here\n${json}\n-->`;
}

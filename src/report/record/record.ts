import * as v from 'valibot';
import { qualifiedItemPattern } from '../../item/qualified-item.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import { END_EXPECTED, repositoryNameValue, windowEntries } from '../../snapshot/values.ts';

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/));

/** The version of records that this devreport reads and writes. */
export const recordVersion = 1;

/** How records begin, in HTML. */
export const recordOpening = /^<!--[ \t]*devreport record/gm;

export const recordSchema = v.strictObject({
  version: v.literal(recordVersion),
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
      /** The paragraphs and comments last generated for it, in order. */
      passages: v.array(hash),
      /** By item (`owner/name#number`, lower case): every text of an entry ever generated for it. */
      items: v.record(v.pipe(v.string(), v.regex(qualifiedItemPattern)), v.array(hash)),
    }),
  ),
});

/**
 * The memory of a draft: its period, and the items it offered in each section, with hashes of the
 * generated texts, so that a later run can distinguish the editor's words from its own. A hash is the first
 * 16 hex digits of the text's SHA-256.
 */
export type ReportRecord = v.InferOutput<typeof recordSchema>;

/** Every item that was ever offered, as `owner/name#number`, lower case. */
export function offeredItems({ sections }: ReportRecord): string[] {
  return sections.flatMap(({ items }) => Object.keys(items));
}

export function serialiseRecord(record: ReportRecord): string {
  const { version, period, repository, draft, sections } = record;
  const lines = sections.map(({ path, passages, items }) => {
    const texts = Object.entries(items).map(
      ([item, hashes]) => `\n      ${jsonText(item)}: ${jsonText(hashes)}`,
    );
    const fields = [
      `"path": ${jsonText(path)}`,
      `"passages": ${jsonText(passages)}`,
      `"items": {${texts.join(',')}}`,
    ];
    return `\n    {${fields.join(', ')}}`;
  });
  const fields = [
    `"version": ${version}`,
    `"period": ${jsonText(period)}`,
    ...(repository === undefined ? [] : [`"repository": ${jsonText(repository)}`]),
    ...(draft === undefined ? [] : [`"draft": "${draft}"`]),
    `"sections": [${lines.join(',')}]`,
  ];
  // An HTML comment must not contain two hyphens in a row; JSON can escape one.
  const json = `{\n  ${fields.join(',\n  ')}\n}`.replaceAll('--', '-\\u002d');
  return `<!-- devreport record: made by devreport, used when it is run again; leave it here\n${json}\n-->`;
}

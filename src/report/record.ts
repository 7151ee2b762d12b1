import * as v from 'valibot';
import type { Document } from '../markdown/processor.ts';
import { isTimezone } from '../period/timezone.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { type Draft, entriesIn, passagesIn, readDraft } from './draft.ts';
import { hashText } from './hash-text.ts';

const instant = v.pipe(v.string(), v.isoTimestamp());
const hash = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/));

/** The one version of records there is so far. */
export const recordVersion = 1;

export const recordSchema = v.strictObject({
  version: v.literal(recordVersion),
  period: v.strictObject({
    start: instant,
    end: instant,
    timezone: v.pipe(v.string(), v.check(isTimezone)),
  }),
  /** The repository whose items are called `#12` in the report; all others' have its name before the number. */
  repository: v.optional(v.string()),
  /** The hash of the draft as a whole, while no edited text was revised: a file that still has it was never edited. */
  draft: v.optional(hash),
  /** In the order of the draft. */
  sections: v.array(
    v.strictObject({
      /** The headings above it, the title aside: `PRs merged › Core`. */
      path: v.string(),
      /** The paragraphs and comments that were last generated for it, in order. */
      passages: v.array(hash),
      /** By item (`owner/name#number`, lower case): every text of an entry that was ever generated for it. */
      items: v.record(v.string(), v.array(hash)),
    }),
  ),
});

/**
 * What a draft remembers of how it was made: its period, and what it offered in which section, with
 * hashes of the generated text, so that a later run can tell the editor's words from its own.
 * Hashes are the first 16 hex digits of the text's SHA-256.
 */
export type Record = v.InferOutput<typeof recordSchema>;

/**
 * The draft, a text or one that is parsed already, with its record as the last thing in it.
 *
 * @param repository whose items it calls `#12`
 */
export function withRecord(
  draft: string | Document,
  { period, server, repositories }: Snapshot,
  repository = repositories[0],
): string {
  const { text, root } = typeof draft === 'string' ? { text: draft, root: undefined } : draft;
  const { start, end, timezone } = period;
  const record: Record = {
    version: recordVersion,
    period: { start, end, timezone },
    repository,
    draft: hashText(text),
    sections: offersOf(readDraft(text, server, root)),
  };
  return `${text.trimEnd()}\n\n${serialiseRecord(record)}\n`;
}

/** Every item that was ever offered. */
export function offeredItems({ sections }: Record): string[] {
  return sections.flatMap(({ items }) => Object.keys(items));
}

/** What a draft offers, and where. */
export function offersOf({ sections }: Draft): Record['sections'] {
  return sections.map((section) => {
    const items = new Map<string, string[]>();
    for (const entry of entriesIn(section)) {
      for (const item of entry.items)
        items.set(item, [...(items.get(item) ?? []), entry.bullet.hash]);
    }
    const passages = passagesIn(section).map((passage) => passage.hash);
    return { path: section.path, passages, items: Object.fromEntries(items) };
  });
}

export function serialiseRecord({ version, period, repository, draft, sections }: Record): string {
  const lines = sections.map(({ path, passages, items }) => {
    const texts = Object.entries(items).map(
      ([item, hashes]) => `\n      ${JSON.stringify(item)}: ${JSON.stringify(hashes)}`,
    );
    const fields = [
      `"path": ${JSON.stringify(path)}`,
      `"passages": ${JSON.stringify(passages)}`,
      `"items": {${texts.join(',')}}`,
    ];
    return `\n    {${fields.join(', ')}}`;
  });
  const fields = [
    `"version": ${version}`,
    `"period": ${JSON.stringify(period)}`,
    ...(repository === undefined ? [] : [`"repository": ${JSON.stringify(repository)}`]),
    ...(draft === undefined ? [] : [`"draft": "${draft}"`]),
    `"sections": [${lines.join(',')}]`,
  ];
  // Inside an HTML comment no two hyphens may meet; JSON has another way to write one.
  const json = `{\n  ${fields.join(',\n  ')}\n}`.replaceAll('--', '-\\u002d');
  return `<!-- devreport record: made by devreport, used when it is run again; leave it here\n${json}\n-->`;
}

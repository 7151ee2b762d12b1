import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { type Document, parseMarkdown } from '../markdown/processor.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { type Draft, entriesIn, passagesIn, readDraft } from './draft.ts';
import { hashText } from './hash-text.ts';
import type { Span } from './page.ts';

const hash = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/));

const recordSchema = v.strictObject({
  version: v.literal(1),
  period: v.strictObject({ start: v.string(), end: v.string(), timezone: v.string() }),
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

/** The draft, a text or one that is parsed already, with its record as the last thing in it. */
export function withRecord(draft: string | Document, { period, server }: Snapshot): string {
  const { text, root } = typeof draft === 'string' ? { text: draft, root: undefined } : draft;
  const { start, end, timezone } = period;
  const record: Record = {
    version: 1,
    period: { start, end, timezone },
    draft: hashText(text),
    sections: offersOf(readDraft(text, server, root)),
  };
  return `${text.trimEnd()}\n\n${serialiseRecord(record)}\n`;
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

export function serialiseRecord({ version, period, draft, sections }: Record): string {
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
    ...(draft === undefined ? [] : [`"draft": "${draft}"`]),
    `"sections": [${lines.join(',')}]`,
  ];
  // Inside an HTML comment no two hyphens may meet; JSON has another way to write one.
  const json = `{\n  ${fields.join(',\n  ')}\n}`.replaceAll('--', '-\\u002d');
  return `<!-- devreport record: made by devreport, used when it is run again; leave it here\n${json}\n-->`;
}

/**
 * The record of a report; null when it has none. What looks like one in a code block is none.
 *
 * @param file the name of the report, for errors
 * @throws {UsageError} `report-record-damaged`
 */
export function parseRecord(text: string, file: string): Record | null {
  const marked = text.replace(/^\uFEFF/, '');
  return findRecord(marked, parseMarkdown(marked), file)?.record ?? null;
}

const OPENING = /<!--\s*devreport record/g;
const WHOLE = /<!--\s*devreport record[^\r\n]*[\r\n]+(\{[\s\S]*?\})\s*-->/;

/** As `parseRecord`, for a text without a byte order mark that is parsed already, with its place. */
export function findRecord(
  text: string,
  root: Root,
  file: string,
): (Span & { record: Record }) | null {
  const nodes: Html[] = [];
  visit(root, 'html', (node) => {
    nodes.push(...Array.from(node.value.matchAll(OPENING), () => node));
  });
  const [node] = nodes;
  if (!node) return null;
  if (nodes.length > 1) throw damaged(file, 'it is there more than once');
  const at = node.position?.start.offset ?? 0;
  const match = WHOLE.exec(node.value);
  if (!match?.[1]) throw damaged(file, 'its end is missing');
  if (!text.startsWith(node.value, at)) {
    throw damaged(file, 'it stands inside a list or a quote');
  }
  const start = at + match.index;
  return { record: readJson(match[1], file), start, end: start + match[0].length };
}

function readJson(json: string, file: string): Record {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (cause) {
    throw damaged(file, 'it is not JSON any more', cause);
  }
  const parsed = v.safeParse(recordSchema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw damaged(file, `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
}

function damaged(file: string, why: string, cause?: unknown): UsageError {
  return new UsageError(
    'report-record-damaged',
    `The record at the end of ${file} is damaged: ${why}. Nothing was changed.`,
    {
      hint: 'Restore the comment from version control; or delete it and run again with --adopt.',
      cause,
    },
  );
}

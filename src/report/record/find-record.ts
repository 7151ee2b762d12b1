import type { Html, Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import * as v from 'valibot';
import { UsageError } from '../../errors.ts';
import { itemKeyPattern } from '../../item/qualified-item.ts';
import type { MarkdownDocument } from '../../markdown/processor.ts';
import { allOf } from '../../markdown/quote.ts';
import type { Span } from '../../markdown/span.ts';
import { recordOpening, type ReportRecord, recordSchema, recordVersion } from './record.ts';
import { type Unclosed, unclosedIn } from './unclosed.ts';

/** A record and its span. */
export interface FoundRecord extends Span {
  record: ReportRecord;
}

const RECORD = /^<!--[ \t]*devreport record[^\r\n]*[\r\n]+(\{[\s\S]*?\})\s*-->/m;

/**
 * The record of a report's text, without its byte order mark; null when it has none. One in a code
 * block doesn't count.
 *
 * @param file the name of the report, for errors
 * @throws {UsageError} `report-record-damaged`, `report-record-newer`
 */
export function findRecord(text: string, root: Root, file: string): FoundRecord | null {
  const openings: { node: Html; line: number }[] = [];
  for (const node of nodesIn(root)) {
    if (node.type !== 'html') continue;
    let line = node.position?.start.line ?? 1;
    let counted = 0;
    for (const { index } of node.value.matchAll(recordOpening)) {
      line += node.value.slice(counted, index).split(/\r\n|\n|\r/).length - 1;
      counted = index;
      openings.push({ node, line });
    }
  }
  const [opening] = openings;
  if (!opening) {
    requireNoneInOpenCode({ text, root }, file);
    return null;
  }
  if (openings.length > 1) {
    const lines = allOf(openings.map(({ line }) => String(line)));
    throw damaged(file, `it begins more than once, in lines ${lines}`);
  }
  const { node } = opening;
  const match = RECORD.exec(node.value);
  if (!match?.[1]) throw damaged(file, 'its end is missing');
  const start = (node.position?.start.offset ?? 0) + match.index;
  if (!text.startsWith(match[0], start)) throw damaged(file, 'it is inside a list or a quote');
  const around = match.index > 0 ? unclosedIn({ text: text.slice(0, start), root }) : null;
  if (around) throw unreachable(file, around);
  return { record: readJson(match[1], file), start, end: start + match[0].length };
}

/** An unclosed code block contains all that follows, even the record. */
function requireNoneInOpenCode(document: MarkdownDocument, file: string): void {
  const last = Array.from(document.text.matchAll(recordOpening)).at(-1);
  const around = last && unclosedIn(document);
  if (around && around.start < last.index) throw unreachable(file, around);
}

function readJson(json: string, file: string): ReportRecord {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (cause) {
    throw damaged(file, 'it is not valid JSON', { cause });
  }
  const later = v.safeParse(
    v.object({ version: v.pipe(v.number(), v.gtValue(recordVersion)) }),
    input,
  );
  if (later.success) throw newer(file, later.output.version);
  const parsed = v.safeParse(recordSchema, input);
  if (parsed.success) return parsed.output;
  const item = parsed.issues
    .flatMap(({ path = [] }) => path.map(({ key }) => String(key)))
    .find((key) => itemKeyPattern.test(key));
  throw damaged(file, item === undefined ? 'it was edited' : `its part about ${item} was edited`);
}

function newer(file: string, version: number): UsageError {
  return new UsageError(
    'report-record-newer',
    `${file} was made by a newer devreport: its record has version ${version}, this devreport reads version ${recordVersion}.`,
    { hint: 'Update devreport and run again. Nothing was changed.' },
  );
}

function unreachable(file: string, { what, line }: Unclosed): UsageError {
  return damaged(file, `it is inside the ${what} that begins in line ${line} and is never closed`, {
    hint: `Close the ${what} and run again.`,
  });
}

function damaged(file: string, why: string, more?: { hint?: string; cause?: unknown }): UsageError {
  return new UsageError(
    'report-record-damaged',
    `The record at the end of ${file} is damaged: ${why}. Nothing was changed.`,
    {
      hint: 'Restore the comment from version control; or delete it and run again with --adopt.',
      ...more,
    },
  );
}

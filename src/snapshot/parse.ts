import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { jsonText } from './json-text.ts';
import { type Snapshot, snapshotSchema } from './schema.ts';

const CURRENT = 1;

/** The most characters of a problem that are shown: the file may have names of any length. */
const LONGEST = 300;

/**
 * Reads a snapshot from its JSON text, also one of an older devreport; `file` names it in errors.
 *
 * @throws {UsageError} `snapshot-invalid` or `snapshot-version`
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const value = parseJson(text, file);
  const version =
    typeof value === 'object' && value !== null && 'schemaVersion' in value
      ? value.schemaVersion
      : null;
  if (typeof version === 'number' && version > CURRENT) {
    throw new UsageError(
      'snapshot-version',
      `${file} is a snapshot of version ${String(version)}; this devreport reads versions up to ${String(CURRENT)}.`,
      { hint: 'Update devreport, or save the snapshot again with this one.' },
    );
  }
  const parsed = v.safeParse(snapshotSchema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalid(file, `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`.slice(0, LONGEST));
}

/** The JSON text that `parseSnapshot` reads, with one item a line, so that snapshots can be compared. */
export function serialiseSnapshot({ pullRequests, issues, commits, ...rest }: Snapshot): string {
  const lines = (name: string, items: readonly unknown[]) =>
    `"${name}":[${items.map((item) => `\n${jsonText(item)}`).join(',')}${items.length > 0 ? '\n' : ''}]`;
  const { collected, complete, warnings, ...head } = rest;
  return [
    `{${jsonText(head).slice(1, -1)},`,
    `${lines('pullRequests', pullRequests)},`,
    `${lines('issues', issues)},`,
    `${lines('commits', commits)},`,
    `${jsonText({ collected, complete, warnings }).slice(1, -1)}}\n`,
  ].join('\n');
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw invalid(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function invalid(file: string, problem: string, cause?: unknown): UsageError {
  return new UsageError('snapshot-invalid', `${file} is not a devreport snapshot: ${problem}`, {
    hint: 'Save one with --format snapshot -o FILE.',
    cause,
  });
}

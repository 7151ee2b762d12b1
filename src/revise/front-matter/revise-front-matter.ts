import type { FrontMatter } from '../../front-matter/front-matter.ts';
import { frontMatterIn } from '../../front-matter/front-matter-in.ts';
import { lineEndingAt } from '../../markdown/lines.ts';
import { frontMatterHashes, hashValue } from '../../report/record/front-matter-hashes.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import { reportFrontMatter } from '../../report/report-front-matter.ts';
import {
  type FrontMatterResult,
  type FrontMatterRevision,
  leaveFrontMatter,
} from './leave-front-matter.ts';
import { addKey, readAgain, replaceValue } from '../../front-matter/key-edits.ts';

/**
 * Brings the front matter of a fresh draft into a report: values that nobody has touched are refreshed,
 * new keys are added, and every other byte stays. A key that the editor has deleted stays deleted, and
 * so does all of it; TOML stays as it is.
 *
 * @throws {UsageError} `front-matter-invalid`
 */
export function reviseFrontMatter(report: Report, fresh: FrontMatter | null): FrontMatterRevision {
  const revision = leaveFrontMatter(report);
  const { recorded: before, result } = revision;
  const there = reportFrontMatter(report);
  if (!fresh) return revision;
  if (!there) return before === undefined ? insertAll(report, fresh, result) : revision;
  if (!there.read || !fresh.values) return revision;

  const { found } = there;
  const source = frontMatterIn(fresh.text)?.content ?? '';
  const eol = lineEndingAt(report.text, found.start);
  const recorded: NonNullable<ReportRecord['frontMatter']> = { ...before };
  const previous: string[] = [];
  let { content } = found;
  for (const [key, value] of Object.entries(fresh.values)) {
    const { values } = readAgain(content);
    const known = before?.[key];
    const change = { content, key, value, source, eol };
    const isThere = Object.hasOwn(values, key);
    const isOurs = isThere && typeof known === 'string' && known === hashValue(values[key]);
    const isCurrent = isThere && hashValue(values[key]) === hashValue(value);
    const changed = isThere
      ? isOurs && !isCurrent
        ? replaceValue(change)
        : null
      : known === undefined
        ? addKey(change, previous)
        : null;
    previous.push(key);
    if (changed !== null) {
      content = changed;
      recorded[key] = hashValue(value);
      result[isThere ? 'refreshed' : 'added'].push(key);
    } else if (isThere) {
      recorded[key] = known ?? null;
      if (!isCurrent) result.kept.push(key);
    }
  }
  const { start } = found;
  const edit = { start, end: start + found.content.length, text: content };
  return { edits: content === found.content ? [] : [edit], recorded, result };
}

/** The front matter above a report that never had any. */
function insertAll(
  { text }: Report,
  fresh: FrontMatter,
  result: FrontMatterResult,
): FrontMatterRevision {
  const written = `${fresh.text}\n\n`.replaceAll('\n', lineEndingAt(text, 0));
  return {
    edits: [{ start: 0, end: 0, text: written }],
    recorded: frontMatterHashes(fresh),
    result: { ...result, added: Object.keys(fresh.values ?? {}) },
  };
}

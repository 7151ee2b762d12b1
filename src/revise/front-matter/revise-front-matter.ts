import type { FrontMatter } from '../../front-matter/front-matter.ts';
import { frontMatterIn } from '../../front-matter/front-matter-in.ts';
import { lineEndingAt } from '../../markdown/lines.ts';
import { frontMatterHashes, hashValue } from '../../report/record/front-matter-hashes.ts';
import { hashText } from '../../report/record/hash-text.ts';
import type { ReportRecord } from '../../report/record/record.ts';
import type { Report } from '../../report/report.ts';
import { reportFrontMatter } from '../../report/report-front-matter.ts';
import type { Fate } from '../choice/planned-change.ts';
import {
  type FrontMatterChange,
  type FrontMatterRevision,
  leaveFrontMatter,
} from './leave-front-matter.ts';
import { addKey, readAgain, replaceValue } from '../../front-matter/key-edits.ts';

/**
 * Brings the front matter of a fresh draft into a report: values that nobody has touched are refreshed,
 * new keys are added, and every other byte stays. A key that the editor has deleted stays deleted, and
 * so does all of it; TOML stays as it is.
 *
 * @param fateOf what becomes of a change
 * @throws {UsageError} `front-matter-invalid`
 */
export function reviseFrontMatter(
  report: Report,
  fresh: FrontMatter | null,
  fateOf: (change: FrontMatterChange) => Fate = () => 'made',
): FrontMatterRevision {
  const revision = leaveFrontMatter(report);
  const { recorded: before, result, changes } = revision;
  const there = reportFrontMatter(report);
  if (!fresh) return revision;
  if (!there) return before === undefined ? insertAll(report, fresh, revision, fateOf) : revision;
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
      const hash = hashValue(value);
      const lines = { before: linesOf(content, key), after: linesOf(changed, key) };
      const planned: FrontMatterChange = { kind: 'front-matter', key, hash, ...lines };
      const fate = fateOf(planned);
      changes.push(planned);
      if (fate !== 'left') recorded[key] = hash;
      if (fate !== 'made') continue;
      content = changed;
      result[isThere ? 'refreshed' : 'added'].push(key);
    } else if (isThere) {
      recorded[key] = known ?? null;
      if (!isCurrent) result.kept.push(key);
    }
  }
  const { start } = found;
  const edit = { start, end: start + found.content.length, text: content };
  return { edits: content === found.content ? [] : [edit], changes, recorded, result };
}

/** The front matter above a report that never had any. */
function insertAll(
  { text }: Report,
  fresh: FrontMatter,
  revision: FrontMatterRevision,
  fateOf: (change: FrontMatterChange) => Fate,
): FrontMatterRevision {
  const { result } = revision;
  const lines = { hash: hashText(fresh.text), before: '', after: fresh.text };
  const change: FrontMatterChange = { kind: 'front-matter', key: null, ...lines };
  const changes = [change];
  const fate = fateOf(change);
  if (fate === 'left') return { ...revision, changes };
  const recorded = frontMatterHashes(fresh);
  if (fate === 'dismissed') return { ...revision, changes, recorded };
  const written = `${fresh.text}\n\n`.replaceAll('\n', lineEndingAt(text, 0));
  return {
    edits: [{ start: 0, end: 0, text: written }],
    changes,
    recorded,
    result: { ...result, added: Object.keys(fresh.values ?? {}) },
  };
}

/** The lines of a key. */
function linesOf(content: string, key: string): string {
  const at = readAgain(content).keys.get(key);
  return at ? content.slice(at.start, at.next).trimEnd() : '';
}

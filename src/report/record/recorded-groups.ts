import type { RecordedGroups, ReportRecord } from './record.ts';

/**
 * The groups recorded for a section, by the hashes of their leads. The only lead of a section is recorded
 * among its passages.
 */
export function recordedGroups(
  section: ReportRecord['sections'][number] | undefined,
): RecordedGroups {
  if (!section) return {};
  const { passages, items, groups } = section;
  const all = { items: Object.keys(items) };
  return { ...Object.fromEntries(passages.map((hash) => [hash, all])), ...groups };
}

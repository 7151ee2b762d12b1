import { editorComments } from '../../report/editor-comments.ts';
import type { Report } from '../../report/report.ts';
import { type ReportFrontMatter, reportFrontMatter } from '../../report/report-front-matter.ts';

/** Why a report is not to be published yet, and what its editor can do. */
export interface DraftReason {
  /** From 1. */
  line: number;
  message: string;
}

/**
 * Why a report is a draft; null for one that can be published.
 *
 * @throws {UsageError} `front-matter-invalid`
 */
export function whyDraft(report: Report): DraftReason | null {
  const frontMatter = reportFrontMatter(report);
  const declared =
    frontMatter &&
    (declaredAt(frontMatter, 'draft', true) ?? declaredAt(frontMatter, 'published', false));
  if (declared) return declared;
  const [comment] = editorComments(report);
  if (!comment) return null;
  return {
    line: lineAt(report.text, comment.start),
    message: 'a comment for its editor is left; do what it asks for, and delete it',
  };
}

function declaredAt(
  { found, read }: ReportFrontMatter,
  key: string,
  value: boolean,
): DraftReason | null {
  // Nobody here reads TOML, but this line of it is plain.
  const inToml = new RegExp(`^${key}[ \\t]*=[ \\t]*${value ? 'true' : 'false'}\\b`, 'm');
  const offset = read
    ? String(read.values[key]) === String(value)
      ? (read.keys.get(key)?.start ?? 0)
      : -1
    : found.content.search(inToml);
  if (offset < 0) return null;
  return {
    line: lineAt(found.text, found.start + offset),
    message: `its front matter has “${key}: ${value ? 'true' : 'false'}”; remove that when it is ready`,
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

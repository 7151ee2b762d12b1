import { UsageError } from '../errors.ts';
import { type FrontMatterText, frontMatterIn } from '../front-matter/front-matter-in.ts';
import { type ReadFrontMatter, readFrontMatter } from '../front-matter/read-front-matter.ts';
import { plainLine } from '../markdown/plain-text.ts';
import type { Report } from './report.ts';

/** The front matter of a report: its text, and what it says, which for TOML nobody here knows. */
export interface ReportFrontMatter {
  found: FrontMatterText;
  read: ReadFrontMatter | null;
}

/**
 * The front matter of a report; null when it has none.
 *
 * @throws {UsageError} `front-matter-invalid`, with the line
 */
export function reportFrontMatter({
  text,
  path,
}: Pick<Report, 'text' | 'path'>): ReportFrontMatter | null {
  const found = frontMatterIn(text);
  if (!found || found.format === 'toml') return found && { found, read: null };
  const { frontMatter, problems } = readFrontMatter(found.content);
  if (frontMatter) return { found, read: frontMatter };
  const [{ line, message } = { line: 1, message: 'not valid' }] = problems;
  throw new UsageError(
    'front-matter-invalid',
    `${path}:${line + 1}: the front matter is not valid YAML: ${plainLine(message)}. Nothing was changed.`,
    { hint: 'Correct it and run again.' },
  );
}

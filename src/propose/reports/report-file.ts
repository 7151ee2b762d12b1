import { isGeneratedPath } from '../generated-path.ts';

/** Whether a path is one of a Markdown file that can be a report: no README, no page of a section, no translation. */
export function isReportFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /(?<!^readme|^_index)\.(?:md|mdx|markdown)$/i.test(name) && !isGeneratedPath(path);
}

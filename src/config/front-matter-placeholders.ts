import { wordsProblem } from '../placeholder/fill-words.ts';
import { frontMatterKinds } from '../placeholder/report-placeholders.ts';
import type { ConfigIssue } from './config-issue.ts';

/** What is wrong with the front matter of a config, from the value in its file. */
export function checkFrontMatter(input: unknown): ConfigIssue[] {
  if (typeof input !== 'object' || input === null || !('frontMatter' in input)) return [];
  const path = ['frontMatter'];
  // For the schema, a list is values by number.
  return Array.isArray(input.frontMatter)
    ? [{ path, message: 'expected options, found a list' }]
    : placeholderIssues(input.frontMatter, path);
}

/** In texts at any depth. */
function placeholderIssues(value: unknown, path: ConfigIssue['path']): ConfigIssue[] {
  if (typeof value === 'string') {
    const message = wordsProblem(value, frontMatterKinds);
    return message === null ? [] : [{ path, message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    placeholderIssues(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

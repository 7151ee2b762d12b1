import { parseExpression } from '../pattern/expression.ts';
import { parseGlob } from '../pattern/glob.ts';
import { parsePathGlob } from '../pattern/path-glob.ts';
import type { ParsedPattern } from '../pattern/parsed-pattern.ts';
import { bareLogin } from '../item/bare-login.ts';
import type { PullRequest } from '../snapshot/schema.ts';

/** Gives the pattern that matches a value, or null. */
export type Matcher = (value: string) => string | null;

/** Patterns of labels are names or globs; case is ignored, as on GitHub. */
export function labelMatch(patterns: readonly string[]): Matcher {
  return firstOf(patterns, (pattern) => {
    const name = pattern.toLowerCase();
    if (!/[*?[{(!]/.test(pattern)) return (label) => label.toLowerCase() === name;
    const glob = testOf(parseGlob(pattern, 'i'));
    return (label) => label.toLowerCase() === name || glob(label);
  });
}

/** Gives the first of an item's labels that a pattern matches, or null. */
export function labelAmong(
  patterns: readonly string[],
): (labels: readonly string[]) => string | null {
  const match = labelMatch(patterns);
  return (labels) => labels.find((label) => match(label) !== null) ?? null;
}

/** Patterns of titles are regular expressions; case is ignored. */
export function titleMatch(sources: readonly string[]): Matcher {
  return firstOf(sources, (source) => testOf(parseExpression(source)));
}

/** Patterns of authors are logins, with or without the `@` and a bot's `[bot]`; case is ignored. */
export function authorMatch(logins: readonly string[]): Matcher {
  return firstOf(logins, (login) => {
    const name = bareLogin(login);
    return (author) => bareLogin(author) === name;
  });
}

/** Patterns of paths are globs that match hidden files too, and everything below a folder they name. */
export function pathMatch(globs: readonly string[]): Matcher {
  return firstOf(globs, (glob) => testOf(parsePathGlob(glob)));
}

/** Patterns of branches are globs of whole names. */
export function branchMatch(globs: readonly string[]): Matcher {
  return firstOf(globs, (glob) => testOf(parseGlob(glob)));
}

/** The paths of a changed file: a renamed one counts where it was and where it is. */
export function pathsOf(file: NonNullable<PullRequest['files']>[number]): string[] {
  return file.previousPath === undefined ? [file.path] : [file.path, file.previousPath];
}

/** The test of a pattern that the config's schema has let through. */
function testOf({ matches, problem }: ParsedPattern): (value: string) => boolean {
  if (!matches) throw new Error(`a pattern is ${problem}`);
  return matches;
}

function firstOf(
  patterns: readonly string[],
  compile: (pattern: string) => (value: string) => boolean,
): Matcher {
  const tests = patterns.map((pattern) => ({ pattern, test: compile(pattern) }));
  return (value) => tests.find(({ test }) => test(value))?.pattern ?? null;
}

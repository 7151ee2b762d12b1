import picomatch from 'picomatch';
import type { PullRequest } from '../snapshot/schema.ts';

/** A test that answers with the pattern that matched, or null. */
export type Match = (value: string) => string | null;

/** Labels: the name itself, or a glob; case ignored, as on GitHub. */
export function labelMatch(patterns: readonly string[]): Match {
  return firstOf(patterns, (pattern) => {
    const name = pattern.toLowerCase();
    if (!/[*?[{(!]/.test(pattern)) return (label) => label.toLowerCase() === name;
    const glob = picomatch(pattern, { nocase: true, dot: true });
    return (label) => label.toLowerCase() === name || glob(label);
  });
}

export function titleMatch(sources: readonly string[]): Match {
  return firstOf(sources, (source) => {
    const expression = new RegExp(source, 'i');
    return (title) => expression.test(title);
  });
}

/** Logins, with or without the `[bot]` that GitHub shows behind a bot's. */
export function authorMatch(logins: readonly string[]): Match {
  const bare = (login: string) =>
    login
      .toLowerCase()
      .replace(/^@/, '')
      .replace(/\[bot\]$/, '');
  return firstOf(logins, (login) => {
    const name = bare(login);
    return (author) => bare(author) === name;
  });
}

export function pathMatch(globs: readonly string[]): Match {
  return firstOf(globs, (glob) => picomatch(glob, { dot: true }));
}

/** A changed file's paths: a renamed file is at home where it was and where it is. */
export function pathsOf(file: NonNullable<PullRequest['files']>[number]): string[] {
  return file.previousPath === undefined ? [file.path] : [file.path, file.previousPath];
}

function firstOf(
  patterns: readonly string[],
  compile: (pattern: string) => (value: string) => boolean,
): Match {
  const tests = patterns.map((pattern) => ({ pattern, test: compile(pattern) }));
  return (value) => tests.find(({ test }) => test(value))?.pattern ?? null;
}

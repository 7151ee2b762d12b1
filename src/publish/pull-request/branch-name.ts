import { UsageError } from '../../errors.ts';
import { fillInput } from '../../placeholder/fill-input.ts';
import type { PlaceholderValues } from '../../placeholder/placeholders.ts';

/**
 * The branch for a report.
 *
 * @param pattern the input `branch`
 * @throws {UsageError} `placeholder-unknown`, `branch-invalid`
 */
export function branchFor(pattern: string, values: PlaceholderValues): string {
  const name = fillInput('branch', pattern, values);
  const problem = branchProblem(name);
  if (problem === null) return name;
  throw new UsageError('branch-invalid', `The branch "${name}" ${problem}.`, {
    hint: 'Use a name like devreport/{date} for the input branch.',
  });
}

/** In bytes, with `refs/heads/`, as GitHub takes them. */
const LONGEST_REF = 255;

/** The rules of `git check-ref-format`, then those of GitHub, each with what a name does that breaks it. */
const rules: readonly [pattern: RegExp, problem: string][] = [
  [/^$/, 'is empty'],
  [/[\0-\x20\x7F~^:?*[\\]/, 'has a blank, a control character or one of ~^:?*[\\'],
  [/\p{Cs}/u, 'has half of a character'],
  [/\.\.|@\{/, 'has .. or @{ in it'],
  [/^\/|\/$|\/\//, 'has an empty part between slashes'],
  [/(?:^|\/)\.|\.$/, 'has a part that begins with a full stop, or ends with one'],
  [/\.lock(?:\/|$)/, 'has a part that ends with .lock'],
  [/^-/, 'begins with a hyphen'],
  [/^(?:@|HEAD)$/, 'is a name of git’s own'],
  [/^refs\//, 'begins with refs/'],
  [/^[\da-f]{40}$/i, 'looks like the hash of a commit'],
];

/** Why GitHub would not take a name for a branch, to follow the name; null for one that it takes. */
export function branchProblem(name: string): string | null {
  const broken = rules.find(([pattern]) => pattern.test(name));
  if (broken) return broken[1];
  const bytes = new TextEncoder().encode(`refs/heads/${name}`).length;
  return bytes > LONGEST_REF ? `is longer than ${LONGEST_REF} bytes with refs/heads/` : null;
}

import { relative, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { boundaryOf } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import type { Environment } from '../environment.ts';

/** What a new file is, as messages name it. */
export type NewFileKind = 'config' | 'workflow' | 'layout';

/** A file that `init` writes, and that it must not overwrite. */
export interface NewFile {
  kind: NewFileKind;
  /** Null for stdout. */
  path: string | null;
}

/**
 * The file that `-o` names, or the usual one.
 *
 * @throws {UsageError} `config-exists`, `workflow-exists` or `layout-exists`, and those of `readOptional`
 */
export function newFile(
  kind: NewFileKind,
  named: string | undefined,
  usual: string,
  cwd: string,
): NewFile {
  if (named === '-') return { kind, path: null };
  const path = named === undefined ? usual : resolve(cwd, named);
  if (readOptional(path, boundaryOf(path, cwd)) !== null) throw fileExists(kind, path, cwd);
  return { kind, path };
}

/**
 * Writes the file, and below its name what to do next.
 *
 * @throws {UsageError} as `newFile` when another has appeared meanwhile, and those of `writeAtomically`
 */
export function writeNewFile(
  { kind, path }: NewFile,
  text: string,
  next: readonly string[],
  { cwd, stdout, stderr }: Pick<Environment, 'cwd' | 'stdout' | 'stderr'>,
): void {
  if (path === null) {
    stdout.write(text);
    return;
  }
  if (!writeAtomically(path, text, null, boundaryOf(path, cwd))) throw fileExists(kind, path, cwd);
  const [first = '', ...others] = next;
  stderr.lines([`Wrote ${shown(path, cwd)}. Next: ${first}`.trimEnd(), ...others]);
}

const previews: Readonly<Record<NewFileKind, string>> = {
  config: 'devreport init -o -',
  workflow: 'devreport init --action -o -',
  layout: 'devreport init --like FILE -o -',
};

/** A file of the kind stands in the way. */
export function fileExists(kind: NewFileKind, path: string, cwd: string): UsageError {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return new UsageError(`${kind}-exists`, `${name} ${shown(path, cwd)} already exists.`, {
    hint: `Look at a proposal with ${previews[kind]}, or write it elsewhere with -o FILE.`,
  });
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path) || path;
}

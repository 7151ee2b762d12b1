import { resolve } from 'node:path';
import { loadSample, SAMPLE_REPOSITORY, savedSource } from '../../../collect/saved.ts';
import { UsageError } from '../../../errors.ts';
import { boundaryOf } from '../../../files/boundary-of.ts';
import { readOptional } from '../../../files/read-optional.ts';
import { parseSnapshot } from '../../../snapshot/parse.ts';
import type { Snapshot } from '../../../snapshot/schema.ts';
import { sourceNames } from '../../../snapshot/sources.ts';
import type { Environment } from '../../environment.ts';
import type { FactOptions } from '../options.ts';
import type { OpenedSource } from './opened-source.ts';

/** A source that holds one period only. */
export interface SavedSource extends OpenedSource {
  held: Snapshot['period'];
}

/** @throws {UsageError} `source-unknown`, `snapshot-invalid`, `snapshot-version`, `file-unreadable` */
export async function openSaved(
  { source: name, repo }: FactOptions,
  environment: Environment,
): Promise<SavedSource> {
  const isSample = name === 'sample';
  const snapshot = isSample ? await loadSample() : readSnapshot(name, environment);
  const all = isSample ? [SAMPLE_REPOSITORY] : [...snapshot.repositories];
  return {
    source: savedSource(snapshot, isSample ? 'The recorded sample' : name),
    repositories: repo.length > 0 ? repo : all,
    server: snapshot.server,
    held: snapshot.period,
  };
}

/** Of a snapshot: a hundred times those of a busy week. */
const MOST_BYTES = 256 * 1024 * 1024;

function readSnapshot(file: string, { cwd }: Environment): Snapshot {
  const path = resolve(cwd, file);
  const text = readOptional(path, boundaryOf(path, cwd), MOST_BYTES);
  if (text !== null) return parseSnapshot(text, file);
  throw new UsageError('source-unknown', `"${file}" is neither a source nor a file.`, {
    hint: `Use auto, ${sourceNames.join(', ')}, or the path of a saved snapshot.`,
  });
}

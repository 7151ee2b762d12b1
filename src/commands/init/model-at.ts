import { basename, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { boundaryOf, isPathBelow } from '../../files/boundary-of.ts';
import { readOptional } from '../../files/read-optional.ts';
import { type Model, readModel } from '../../propose/like/model.ts';
import { pathFrom } from '../facts/series/path-from.ts';
import type { ProposedCheckout } from './gather-project.ts';

/**
 * The report that `--like` names.
 *
 * @throws {UsageError} `model-missing`, `model-not-text`, and those of `readOptional` and `readModel`
 */
export function modelAt(
  shown: string,
  { root, repository, server, environment }: ProposedCheckout,
): Model {
  const { cwd } = environment;
  const path = resolve(cwd, shown);
  const text = readOptional(path, boundaryOf(path, cwd));
  if (text === null) {
    throw new UsageError('model-missing', `There is no report ${shown}.`, {
      hint: '--like takes the path of a published report in Markdown.',
    });
  }
  if (text.includes('\0')) {
    throw new UsageError('model-not-text', `${shown} is not a text.`, {
      hint: '--like takes a published report in Markdown.',
    });
  }
  const isInside = isPathBelow(path, root);
  const name = isInside ? pathFrom(root, path) : basename(path);
  return readModel({ shown, text, path: name, isInside }, server, repository);
}

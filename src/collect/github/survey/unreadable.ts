import type { WarningCode } from '../../../snapshot/warnings.ts';
import { Failure } from '../request/failures/failure.ts';
import type { Run } from '../run.ts';

/** A repository or an organisation that can't be read. */
export interface Unreadable {
  name: string;
  failure: Failure;
}

/**
 * The failure, worded the same for everything missing: GitHub's own words differ, or lack the name.
 *
 * @param what `Repository acme/app`
 * @throws the error, unless it is a failure
 */
export function failureOf(error: unknown, what: string, { host }: Run): Failure {
  if (!(error instanceof Failure)) throw error;
  if (error.kind !== 'not-found') return error;
  return new Failure('not-found', `${what} not found on ${host}`);
}

export function unreadableMessage(name: string, { kind, message }: Failure): string {
  return kind === 'not-found'
    ? `${message}, or the token cannot read it.`
    : `Cannot read ${name}: ${message}`;
}

export function unreadableCode({ kind }: Failure): WarningCode {
  if (kind === 'not-found') return 'repository-missing';
  return kind === 'forbidden' ? 'repository-forbidden' : 'repository-unreadable';
}

/** One failure for all of them, when none can be read. */
export function combinedFailure(
  [first, ...others]: readonly [Unreadable, ...Unreadable[]],
  { host }: Run,
): Failure {
  const { failure } = first;
  if (others.length === 0) return failure;
  const reasons = [first, ...others].map(({ name, failure: { kind, brief } }) =>
    kind === 'not-found' ? `${name} not found on ${host}` : `${name}: ${brief}`,
  );
  return new Failure(failure.kind, reasons.join('; '));
}

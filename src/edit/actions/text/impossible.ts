import { UsageError } from '../../../errors.ts';

/** The refusal of an action that makes no sense in a text. The message says why, and what to do instead. */
export function impossible(message: string, hint?: string): UsageError {
  return new UsageError('action-impossible', message, hint === undefined ? {} : { hint });
}

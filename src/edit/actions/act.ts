import { UsageError } from '../../errors.ts';
import type { ActAnswer } from '../protocol.ts';
export function act(..._: unknown[]): ActAnswer {
  throw new UsageError('action-impossible', 'Not yet.');
}

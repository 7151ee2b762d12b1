import type { Delay } from '../../collect/source.ts';
import { plainText } from '../../markdown/plain-text.ts';

/** Why a source waits, and what it does next, in one line. */
export function delayMessage({ host, cause, reason, until, ...next }: Delay): string {
  const why = plainText(reason);
  if (cause === 'limit') return `Waiting for ${host} until ${until}: ${why}.`;
  const { smaller, attempt, attempts } = next;
  const how = smaller ? 'with smaller pages' : `(attempt ${attempt} of ${attempts})`;
  return `${host} failed: ${why}; retrying ${how}.`;
}

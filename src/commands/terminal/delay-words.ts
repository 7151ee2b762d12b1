import type { Delay } from '../../collect/source.ts';
import { plainText } from '../../markdown/plain-text.ts';

/** One line on why a source waits, and what it does then. */
export function delayWords({ host, cause, reason, until, ...next }: Delay): string {
  const why = plainText(reason);
  if (cause === 'limit') return `Waiting for ${host} until ${until}: ${why}.`;
  const { smaller, attempt, attempts } = next;
  const how = smaller ? 'with smaller pages' : `(try ${attempt} of ${attempts})`;
  return `No good answer from ${host}: ${why}; trying again ${how}.`;
}

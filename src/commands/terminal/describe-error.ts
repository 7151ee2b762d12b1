import type { DevreportError } from '../../errors.ts';
import { visibleText } from '../../markdown/plain-text.ts';

/** A known error in the words of the terminal. */
export function describeError(error: DevreportError): string {
  return `devreport: ${visibleText(error.message)}\n${error.hint === undefined ? '' : `${error.hint}\n`}`;
}

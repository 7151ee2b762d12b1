import { DevreportError } from '../../../errors.ts';

/** What can be read; nothing after a known error, which is logged: sections are proposed without it. */
export async function orNothing<T>(
  what: string,
  log: string[],
  read: () => Promise<T[]>,
): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DevreportError)) throw error;
    log.push(`Cannot read ${what}: ${error.message}`);
    return [];
  }
}

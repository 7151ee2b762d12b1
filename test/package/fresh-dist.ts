import { join } from 'node:path';
import { newerSource } from '../../scripts/newer-source.js';

/**
 * The absolute path of dist/, for tests that run what was built.
 *
 * @throws when a source is newer: `npm test` builds first, Vitest alone does not, and a test of an
 *   old build would prove nothing
 */
export async function freshDist(): Promise<string> {
  const dist = join(process.cwd(), 'dist');
  const newer = await newerSource(dist);
  if (newer !== null) throw new Error(`dist/ is older than ${newer}: run npm run build`);
  return dist;
}

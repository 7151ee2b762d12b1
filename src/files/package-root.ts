import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the devreport package. The code runs from src/ in tests, and from dist/ elsewhere. */
export function packageRoot(): string {
  const code = dirname(fileURLToPath(import.meta.url));
  let folder = code;
  while (!existsSync(join(folder, 'templates'))) {
    if (folder === dirname(folder)) throw new Error(`no folder above ${code} has templates/`);
    folder = dirname(folder);
  }
  return folder;
}

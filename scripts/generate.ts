/** `npm run generate`: writes the generated files anew. A test checks that none is stale. */
import { writeFile } from 'node:fs/promises';
import { generated } from './generated.ts';

for (const [path, make] of Object.entries(generated)) {
  await writeFile(path, await make());
  console.log(path);
}

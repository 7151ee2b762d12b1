import { readFile } from 'node:fs/promises';

const begin =
  '<!-- What follows is made by npm run generate. -->\n<!-- prettier-ignore-start -->\n';
const end = '<!-- prettier-ignore-end -->\n';

/** The text of a document, with what stands between its markers replaced. */
export async function withGenerated(path: string, part: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} does not say where the generated part goes`);
  return `${text.slice(0, from + begin.length)}\n${part}\n\n${text.slice(to)}`;
}

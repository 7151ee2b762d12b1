import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListItem } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { readDocument, root } from './documents.ts';

/** The list items below the heading, as their code spans. */
async function promises(): Promise<{ text: string; spans: string[] }[]> {
  const { tree, text } = await readDocument('SECURITY.md');
  const from = text.indexOf('\n## Titles');
  expect(from).toBeGreaterThan(0);
  const found: { text: string; spans: string[] }[] = [];
  visit(tree, 'listItem', (item: ListItem) => {
    const { start, end } = item.position ?? {};
    if ((start?.offset ?? 0) < from) return;
    const spans: string[] = [];
    visit(item, 'inlineCode', ({ value }) => void spans.push(value));
    found.push({ text: text.slice(start?.offset, end?.offset), spans });
  });
  return found;
}

test('every promise names a test that exists', async () => {
  const all = await promises();
  expect(all.length).toBeGreaterThan(25);
  for (const { text, spans } of all) {
    const first = spans.findIndex((span) => span.startsWith('test/'));
    expect(first, text).toBeGreaterThanOrEqual(0);
    let source = '';
    let titles = 0;
    for (const span of spans.slice(first)) {
      if (span.startsWith('test/')) source = readFileSync(join(root, span), 'utf8');
      else {
        titles += 1;
        const quoted = [`'${span}'`, `"${span}"`, `\`${span}\``];
        expect(
          quoted.some((title) => source.includes(title)),
          `${text}\n${span}`,
        ).toBe(true);
      }
    }
    expect(titles, text).toBeGreaterThan(0);
  }
});

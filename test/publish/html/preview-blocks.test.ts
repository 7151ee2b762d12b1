import { expect, test } from 'vitest';
import { previewOf } from './html-text.ts';

test('a block for each node that shows something, with its span', () => {
  const text =
    '# Title\n\n<!-- editor: x -->\n\nText[^1]\nmore\n\n[a]: b\n\n- One\n- Two\n\n[^1]: Note\n';
  const blocks = previewOf(text);
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
    '# Title',
    'Text[^1]\nmore',
    '- One\n- Two',
    '',
  ]);
  expect(blocks.at(-1)?.start).toBe(text.length);
});

test('blocks between the tags of an element are one', () => {
  const text = 'One\n\n<details>\n\nTwo\n\n</details>\n\nThree';
  expect(previewOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'One',
    '<details>\n\nTwo\n\n</details>',
    'Three',
  ]);
});

test.each([
  ['a list item', '- None\n- Fix #1\n  - Inner #2\n', ['- Fix #1\n  - Inner #2', '- Inner #2']],
  ['a row', '| a |\n|---|\n| #1 |\n| b |', ['| #1 |']],
  ['HTML', '<ul>\n<li>None</li>\n<li>Fix #1</li>\n</ul>', ['<li>Fix #1</li>']],
  ['between tags', '<details>\n\n- Fix #1\n\n</details>', ['- Fix #1']],
  ['HTML with CRLF', '<ul>\r\n<li>None</li>\r\n<li>Fix #1</li>\r\n</ul>', ['<li>Fix #1</li>']],
])('entries say where they are in their block: %s', (_, markdown, entries) => {
  const text = `# Title\n\n${markdown}`;
  const [, block] = previewOf(text);
  const found = [
    ...(block?.html ?? '').matchAll(/<(?:li|tr) data-start="(\d+)" data-end="(\d+)">/g),
  ];
  const source = text.slice(block?.start, block?.end);
  expect(found.map(([, start, end]) => source.slice(Number(start), Number(end)))).toEqual(entries);
});

test('nobody else says where an entry is', () => {
  const [block] = previewOf('<ul><li data-start="7" data-end="9">Text</li></ul>');
  expect(block?.html).toBe('<ul><li>Text</li></ul>');
});

test('the HTML of a block stays the same when the text before it changes', () => {
  const block = '- Fix #1 @ann\n- Other <sub>#2</sub>';
  const [one, other] = ['Text', 'A longer text\n\nand another'].map(
    (before) => previewOf(`${before}\n\n${block}`).at(-1)?.html,
  );
  expect(one).toContain('data-start="14"');
  expect(other).toBe(one);
});

import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { formatDocument, parseMarkdown } from '../../src/markdown/processor.ts';
import { hostileText } from '../support/hostile.ts';
import { runs } from '../support/runs.ts';

/** The source of each block, and of each item of its lists. */
function pieces({ children }: Root, text: string): string[] {
  return children.flatMap((node) => {
    const nodes = node.type === 'list' ? [node, ...node.children] : [node];
    return nodes.map(({ position }) => text.slice(position?.start.offset, position?.end.offset));
  });
}

const block = fc.oneof(
  hostileText.map((text) => `- ${text}\n- ${text}`),
  fc.constantFrom(
    '# Title',
    'A paragraph\nof two lines.',
    '- one [#1](https://x.example/pull/1)\n- two\n  lines\n- three',
    '- one\n\n  more\n- two',
    '- one\n  - nested\n- two',
    '1. first\n2. second',
    '* other bullets',
    '<!-- a comment -->',
    '<!-- a\n\ncomment -->',
    '> quoted\n>\n> - list',
    '```\n- code\n\n- more\n```',
    '    indented\n\n    code',
    '| a | b |\n| - | - |\n| - | - |',
    '[^1]: a footnote\n\n[x]: https://x.example',
    '---',
    '-',
    '- one\u00a0\n- two\u00a0',
    'A paragraph\u3000',
  ),
);

test('the offsets it sets are those that parsing finds', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const { text, root } = formatDocument(blocks.join('\n\n'));
      expect(pieces(root, text)).toEqual(pieces(parseMarkdown(text), text));
    }),
    runs(40),
  );
});

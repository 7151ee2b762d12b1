import fc from 'fast-check';
import type { Paragraph, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { codeSpan, escapeComment, escapeMarkdown } from '../../src/markdown/escape.ts';
import { foreignParts } from '../../src/markdown/foreign-parts.ts';
import { plainLine, plainText } from '../../src/markdown/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { formatMarkdown } from '../support/format.ts';
import { hostileExamples, hostileText } from '../support/hostile.ts';
import { runs } from '../support/runs.ts';

/** The text of a paragraph that holds only text, code, addresses, and empty comments between code. */
function textOf({ children }: Paragraph): string {
  return children
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      if (node.type === 'link') {
        expect(node.children).toMatchObject([{ type: 'text', value: node.url }]);
        return node.url;
      }
      expect(node).toMatchObject({ type: 'html', value: '<!-- -->' });
      return '';
    })
    .join('');
}

const shown = (text: string) =>
  foreignParts(text)
    .map((part) => part.text)
    .join('');

function onlyParagraph({ children }: Root): Paragraph {
  expect(children.map(({ type }) => type)).toEqual(['paragraph']);
  return children[0] as Paragraph;
}

const examples = hostileExamples.map((text): [string] => [text]);

describe('escapeMarkdown', () => {
  test('shows any text unchanged, before and after formatting', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = plainLine(text);
        fc.pre(plain !== '');
        const escaped = escapeMarkdown(text);
        expect(textOf(onlyParagraph(parseMarkdown(escaped)))).toBe(shown(plain));
        const formatted = formatMarkdown(escaped);
        expect(textOf(onlyParagraph(parseMarkdown(formatted)))).toBe(shown(plain));
        expect(formatMarkdown(formatted)).toBe(formatted);
      }),
      { ...runs(70), examples },
    );
  });

  test('shows any text unchanged between other nodes on a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tree = parseMarkdown(
          `a ![${escapeMarkdown(text)}](x) **b ${escapeMarkdown(text)} b** c`,
        );
        const kinds = onlyParagraph(tree).children.map(({ type }) => type);
        expect(kinds).toEqual(['text', 'image', 'text', 'strong', 'text']);
      }),
      { ...runs(50), examples },
    );
  });

  test('makes code of what GitHub would link', () => {
    const text = '@rneugeba (#12) o/n#3: GH-4, http://x.example/a_b www.x.example a@b.example';
    expect(formatMarkdown(escapeMarkdown(text))).toBe(
      '`@rneugeba` (`#12`) `o/n#3`: `GH-4`, <http://x.example/a_b> `www.x.example` `a@b.example`\n',
    );
  });

  test('leaves ordinary titles and names readable', () => {
    expect(
      formatMarkdown(escapeMarkdown('kernel: Update to 4.4.66/4.9.26 (moby/tool, dave-tucker)')),
    ).toBe('kernel: Update to 4.4.66/4.9.26 (moby/tool, dave-tucker)\n');
  });
});

describe('plainText', () => {
  test('is one line of visible characters, at most 256', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = plainText(text);
        expect(plain).toBe(plain.trim());
        expect(plain).not.toMatch(
          /\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]| {2}/u,
        );
        expect([...plain].length).toBeLessThanOrEqual(256);
        expect(plainText(plain)).toBe(plain);
      }),
      { ...runs(50), examples },
    );
  });

  test('keeps the joiners that languages and emoji need', () => {
    expect(plainText('می‌خواهم 👩‍💻 ✅ Größe 日本語')).toBe('می‌خواهم 👩‍💻 ✅ Größe 日本語');
  });

  test('marks where it was cut', () => {
    expect(plainText('x'.repeat(10_000))).toBe(`${'x'.repeat(255)}…`);
    expect(plainText('x'.repeat(256))).toBe('x'.repeat(256));
  });
});

test('escapeComment cannot end its comment', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const source = `<!-- ${escapeComment(a)}\n${escapeComment(b)} -->\n\nafter`;
      expect(parseMarkdown(source).children.map(({ type }) => type)).toEqual(['html', 'paragraph']);
    }),
    runs(50),
  );
});

test('codeSpan holds any text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const plain = plainLine(text);
      fc.pre(plain !== '');
      const [node] = onlyParagraph(parseMarkdown(`a ${codeSpan(text)}`)).children.slice(1);
      expect(node).toMatchObject({ type: 'inlineCode', value: plain });
    }),
    { ...runs(50), examples },
  );
});

import fc from 'fast-check';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { hostileExamples, hostileText } from '../support/hostile.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { act, pull, snapshot } from '../support/snapshot.ts';

const view = compose(
  snapshot({
    repositories: ['linuxkit/linuxkit', 'moby/tool'],
    pullRequests: [
      pull(12, { activity: [act('reviewed', 'Zoe'), act('reviewed', 'dave-tucker')] }),
      pull(7, { repository: 'moby/tool' }),
      pull(101, {}),
    ],
  }),
  config({ introduction: 'By [@zoe].\n\n[@Zoe]: https://zoe.example' }),
  0,
);

const partials = {
  refs: {
    file: 'refs.hbs',
    source:
      '{{#each refs}}{{reference label url}} {{/each}}{{#each credits}}{{reference label url}} {{/each}}\n',
  },
};

function written(source: string, shown = view): string {
  return render(shown, compileTemplate({ file: 'mine.hbs', source, partials }));
}

const entries = (line: string) =>
  `{{#each merged}}\n{{#each entries}}\n${line}\n{{/each}}\n{{/each}}`;

test('definitions come at the end, once each, only those used, by label', () => {
  expect(written(`${entries('* {{text}} ({{> refs}})')}\n\nEnd.`)).toBe(
    [
      '* Change 7 ([moby/tool#7] [@rneugeba] )',
      '* Change 12 ([#12] [@rneugeba] [@Zoe] [@dave-tucker] )',
      '* Change 101 ([#101] [@rneugeba] )',
      '',
      'End.',
      '',
      '[#12]: https://github.com/linuxkit/linuxkit/pull/12',
      '[#101]: https://github.com/linuxkit/linuxkit/pull/101',
      '[@dave-tucker]: https://github.com/dave-tucker',
      '[@rneugeba]: https://github.com/rneugeba',
      '[@Zoe]: https://github.com/Zoe',
      '[moby/tool#7]: https://github.com/moby/tool/pull/7',
      '',
    ].join('\n'),
  );
});

describe('a reference', () => {
  const url = '"https://x.example/"';
  const definition = '\n\n[ab]: https://x.example/\n';

  test.each([
    [
      'in a table',
      `| a |\n| - |\n| {{reference "ab" ${url}}} |`,
      `| a |\n| - |\n| [ab] |${definition}`,
    ],
    ['in a heading', `# {{reference "ab" ${url}}} #`, `# [ab] #${definition}`],
    ['in emphasis', `_{{reference "ab" ${url}}}_`, `_[ab]_${definition}`],
    ['twice', `{{reference "ab" ${url}}} {{reference "AB" ${url}}}`, `[ab] [AB]${definition}`],
    [
      'before a template’s definitions',
      `{{reference "ab" ${url}}} [x]\n\n[x]: y`,
      `[ab] [x]\n\n[x]: y\n[ab]: https://x.example/\n`,
    ],
    [
      'that a template defines itself',
      `{{reference "ab" ${url}}}\n\n[AB]: https://x.example/\n\nx`,
      '[ab]\n\n[AB]: https://x.example/\n\nx\n',
    ],
    ['without an address', '{{reference "ab" ""}}', 'ab\n'],
    ['without a label', `x{{reference "" ${url}}}`, 'x\n'],
    ['in a comment', `<!-- {{reference "ab" ${url}}} -->`, '<!-- ab -->\n'],
    ['as code', `{{code (reference "ab" ${url})}}`, '`ab`\n'],
    ['in a link', `[x {{reference "ab" ${url}}}](y)`, '[x ab](y)\n'],
    [
      'in HTML',
      `<p>{{reference "@ab" ${url}}}</p>`,
      '<p><a href="https://x.example/">@ab</a></p>\n',
    ],
  ])('%s', (_, source, expected) => {
    expect(written(source)).toBe(expected);
  });

  test.each([
    [
      'a second address',
      `{{reference "ab" ${url}}} {{reference "Ab" "https://y.example"}}`,
      `[ab] [Ab](https://y.example)${definition}`,
    ],
    [
      'an address that the config has',
      '{{introduction}}\n\n{{reference "@zoe" "https://y.example"}}',
      'By [@zoe].\n\n[@Zoe]: https://zoe.example\n\n[@zoe](https://y.example)\n',
    ],
    ['brackets', `{{reference "a[b]" ${url}}}`, '[a\\[b\\]](https://x.example/)\n'],
    ['a checkbox', `- {{reference "x" ${url}}} a`, '- [x](https://x.example/) a\n'],
    ['emphasis', `{{reference "_a_" ${url}}}`, '[\\_a\\_](https://x.example/)\n'],
    [
      'an address as label',
      `{{reference "www.x.example" ${url}}}`,
      '[`www.x.example`](https://x.example/)\n',
    ],
    [
      'a text that makes a definition of it',
      `__a__ *b*\n\n{{reference "ab" ${url}}}: x`,
      '__a__ *b*\n\n[ab](https://x.example/): x\n',
    ],
    [
      'another one directly behind it',
      `{{reference "ab" ${url}}}{{reference "cd" ${url}}}`,
      '[ab](https://x.example/)[cd](https://x.example/)\n',
    ],
    [
      'an odd address',
      '{{reference "ab" "https://x.example/a (b"}}',
      '[ab](<https://x.example/a (b>)\n',
    ],
  ])('is an inline link for %s', (_, source, expected) => {
    expect(written(source)).toBe(expected);
  });

  test.each([
    ['{{reference title}}', '"reference" takes 2 value(s), found 1'],
    ['{{#reference title date}}x{{/reference}}', '"reference" is no block'],
    ['{{reference merged date}}', '"merged" is a list'],
    ['{{reference title stats}}', '"stats" is not a text'],
    [
      '\n{{reference title date}}',
      'mine.hbs:2: foreign text is not safe where it decides where a link',
    ],
  ])('is refused as %s', (source, message) => {
    const call = () => written(source);
    expect(call).toThrow(expect.objectContaining({ code: 'template-invalid' }));
    try {
      call();
    } catch (error) {
      expect(String(error)).toContain(message);
    }
  });

  test('leads where it should whatever its label is, and its label is shown', () => {
    const linksOf = (root: Root) => {
      const definitions = new Map<string, string>();
      visit(root, 'definition', ({ identifier, url }) => void definitions.set(identifier, url));
      const links: [string, string | undefined][] = [];
      visit(root, ['link', 'linkReference'], (node) => {
        if (node.type === 'link') links.push([toString(node), node.url]);
        else if (node.type === 'linkReference')
          links.push([toString(node), definitions.get(node.identifier)]);
      });
      return links;
    };
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        fc.pre(plainText(one) !== '' && plainText(other) !== '');
        const facts = snapshot({
          pullRequests: [pull(1, { title: one }), pull(2, { title: other })],
        });
        const text = written(
          entries(
            '* {{#each refs}}{{reference title url}} and {{reference title "https://y.example/"}}{{/each}}',
          ),
          compose(facts, config(), 0),
        );
        const shown = [one, other].map((title) => plainText(title));
        expect(linksOf(parseMarkdown(text)), text).toEqual(
          shown.flatMap((title, index) => [
            [title, `https://github.com/linuxkit/linuxkit/pull/${String(index + 1)}`],
            [title, 'https://y.example/'],
          ]),
        );
      }),
      { ...runs(40), examples: hostileExamples.map((title): [string, string] => [title, 'ab']) },
    );
  });
});

import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { isThorough, runs } from '../../support/runs.ts';
import { htmlOf, previewOf } from './html-text.ts';

const ALLOWED = new Set(
  (
    'a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span ' +
    'strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var wbr'
  ).split(' '),
);
const ATTRIBUTES =
  /^(?:align|alt|aria-[a-z]+|checked|cite|class|colspan|data-(?:end|start|footnote[a-z-]*)|datetime|dir|disabled|headers|height|href|id|lang|name|open|reversed|rowspan|scope|src|start|title|type|value|width)$/;
const CLASSES =
  /^(?:language-.+|markdown-alert(?:-[a-z]+)?|task-list-item|contains-task-list|footnotes|sr-only|data-footnote-backref)$/;

type Element = DefaultTreeAdapterMap['element'];

function elementsOf(node: DefaultTreeAdapterMap['node']): Element[] {
  if (!('childNodes' in node)) return [];
  const inner = node.childNodes.flatMap(elementsOf);
  return 'tagName' in node ? [node, ...inner] : inner;
}

/** What no browser should find in the HTML of a report. */
function dangersIn(html: string): string[] {
  return elementsOf(parseFragment(html)).flatMap(({ tagName, attrs }) => [
    ...(ALLOWED.has(tagName) ? [] : [tagName]),
    ...attrs.flatMap(({ name, value }) => {
      const isSafe =
        ATTRIBUTES.test(name) &&
        (name !== 'class' || value.split(/\s+/).every((word) => CLASSES.test(word))) &&
        (!/^(?:id|name)$/.test(name) || value.startsWith('user-content-')) &&
        (!/^(?:href|src|cite)$/.test(name) || isHarmless(value));
      return isSafe ? [] : [`${tagName} ${name}=${value}`];
    }),
  ]);
}

/** As a browser reads it. */
function isHarmless(address: string): boolean {
  const { protocol } = URL.canParse(address, 'http://a.example/b/')
    ? new URL(address, 'http://a.example/b/')
    : { protocol: 'http:' };
  return /^(?:https?|mailto):$/.test(protocol);
}

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '<script\n',
    '<style>',
    '<svg>',
    '<math>',
    '<iframe src=x>',
    '<form>',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<b>',
    '</b>',
    '</p>',
    '<p>',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<details open ontoggle=x>',
    '</details>',
    '<li>',
  ],
  ...[
    '<textarea>',
    '<title>',
    '<template>',
    '<noscript>',
    '<select>',
    '<plaintext>',
    '<!--',
    '-->',
  ],
  ...[
    '<div style="x" id=a name=b class="c markdown-alert">',
    '<div foo="',
    '">',
    "'",
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<a\nhref=" java\tscript:x">',
    '<base href=//x>',
    '<meta http-equiv=refresh>',
    '<?x',
    '<!x',
    '<mi>',
  ],
  ...[
    '[a](javascript:x)',
    '[a](<java\nscript:x>)',
    '![b](data:x)',
    '[^1]',
    '[^1]: ',
    '<javascript:x>',
  ],
  ...[
    '> [!NOTE]\n> ',
    '# ',
    '- ',
    '1. ',
    '| a |\n|--|\n| ',
    '```',
    '`',
    '\n',
    '\n\n',
    '    ',
    '&lt;',
    '&',
  ],
  ...[
    '@ann',
    '#1',
    ':tada:',
    'a/b#2',
    '&#0;',
    '\u0000',
    '&#x6a;avascript:',
    '"onload=x',
    'text',
    '*',
    '~',
  ],
);

test('nothing that runs, loads or clobbers comes out of any Markdown', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      expect(dangersIn(htmlOf(text))).toEqual([]);
      expect(previewOf(text).flatMap(({ html }) => dangersIn(html))).toEqual([]);
    }),
    runs(400),
  );
});

test('no image of another host is in what shows only relative ones', () => {
  const start = fc.constantFrom(
    '',
    '/',
    '//',
    '\\',
    '/\\',
    'http:',
    'https:',
    'data:',
    '\t/',
    '&#9;/',
    ' ',
  );
  const address = fc.tuple(
    start,
    start,
    fc.constantFrom('x.example/a.png', 'a.png', '//x.example/b'),
  );
  fc.assert(
    fc.property(address, fc.boolean(), (parts, isHtml) => {
      const url = parts.join('');
      const html = htmlOf(isHtml ? `<img src="${url}">` : `![a](<${url}>)`, { images: 'relative' });
      for (const { attrs } of elementsOf(parseFragment(html)))
        for (const { name, value } of attrs)
          if (name === 'src')
            expect(new URL(value, 'http://here.example/a/').host).toBe('here.example');
    }),
    runs(300),
  );
});

test('HTML that nests too deep is text', () => {
  for (const open of ['<div>', '<b id=1>', '<div></b>', '<sub/>', '<ul><li>']) {
    const html = htmlOf(`<div>${open.repeat(20_000)}</div>`);
    expect(html).toMatch(/^&#x3C;div>/);
  }
  const formatting = Array.from({ length: 49 }, (_, index) => `<b id=${index}>`).join('');
  expect(htmlOf(`<div>\n${formatting}${'<p>x'.repeat(20_000)}</div>`).length).toBeLessThan(500_000);
});

test.runIf(isThorough)(
  'a long report stays one that is shown while somebody types',
  { timeout: 20_000 },
  () => {
    const rows = Array.from({ length: 2_600 }, (_, index) => `- #${index + 1}\n`).join('');
    expect(previewOf(rows)).toHaveLength(1);
    const blocks = Array.from({ length: 2_600 }, (_, index) => `Text <b>${index}</b>\n\n`).join('');
    expect(previewOf(blocks)).toHaveLength(2_600);
  },
);

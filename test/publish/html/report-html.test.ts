import { expect, test } from 'vitest';
import { readReport } from '../../../src/report/report.ts';
import { reportHtml } from '../../../src/publish/html/report-html.ts';
import { htmlOf } from './html-text.ts';

const link = (path: string, text: string) => `<a href="https://github.com/${path}">${text}</a>`;

test.each([
  ['a person', 'Thanks @ann', `<p>Thanks ${link('ann', '@ann')}</p>`],
  ['an item', 'See #12', `<p>See ${link('linuxkit/linuxkit/issues/12', '#12')}</p>`],
  ['an item elsewhere', 'a/b#3.', `<p>${link('a/b/issues/3', 'a/b#3')}.</p>`],
  ['an item by GH-', 'GH-4', `<p>${link('linuxkit/linuxkit/issues/4', 'GH-4')}</p>`],
  ['in emphasis', '**@ann**', `<p><strong>${link('ann', '@ann')}</strong></p>`],
  ['in HTML', '<sub>#1</sub>', `<p><sub>${link('linuxkit/linuxkit/issues/1', '#1')}</sub></p>`],
  ['nothing in code', '`@ann #1 :tada:`', '<p><code>@ann #1 :tada:</code></p>'],
  ['only emoji in a link', '[@ann :tada:](x.md)', '<p><a href="x.md">@ann 🎉</a></p>'],
  ['no address', 'a@b.example', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
  ['no unknown emoji', ':octocat: :nonsense:', '<p>:octocat: :nonsense:</p>'],
])('links and emoji are those of GitHub: %s', (_, text, html) => {
  expect(htmlOf(text)).toBe(html);
});

test('without a repository, a number is text, and in the title it is that of the report', () => {
  expect(htmlOf('#12', { home: undefined })).toBe('<p>#12</p>');
  expect(htmlOf('# Report #12\n\n## For @ann')).toContain('>Report #12</h1>');
});

test('front matter, comments and the record are left out', () => {
  const text =
    '---\ntitle: x\n---\n\nOne <!-- two --> three\n\n<!-- editor: four -->\n\n<!-- devreport:record five';
  expect(htmlOf(text)).toBe('<p>One  three</p>');
});

test('headings have the ids of GitHub, with a prefix that links inside the report have, too', () => {
  expect(htmlOf('## Core & more\n\n## Core & more\n\n[there](#core--more-1)')).toBe(
    '<h2 id="user-content-core--more">Core &#x26; more</h2>\n' +
      '<h2 id="user-content-core--more-1">Core &#x26; more</h2>\n' +
      '<p><a href="#user-content-core--more-1">there</a></p>',
  );
});

test('alerts, with text below their first line', () => {
  expect(htmlOf('> [!WARNING]\n> It *breaks*.')).toBe(
    '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning</p>' +
      '<p>It <em>breaks</em>.</p></div>',
  );
  for (const quote of ['> [!NOTE]', '> [!NOTE] text', '> [!NONE]\n> text', '> a [!NOTE]\n> text'])
    expect(htmlOf(quote)).toMatch(/^<blockquote>/);
});

test('tasks have names, and cells their alignment', () => {
  expect(htmlOf('- [x] One')).toContain(
    '<input type="checkbox" checked disabled aria-label="Completed task"> One',
  );
  expect(htmlOf('| a |\n|--:|\n| b |')).toContain('<td align="right">b</td>');
});

test('footnotes of all blocks are at the end, and lead back', () => {
  const html = htmlOf('One[^a].\n\n[^a]: Note\n\nTwo[^a].');
  expect(html).toContain('<a href="#user-content-fn-a" id="user-content-fnref-a"');
  expect(html).toMatch(
    /Two<sup>.*<section data-footnotes class="footnotes">.*id="user-content-fn-a"/s,
  );
  expect(html).toContain('href="#user-content-fnref-a-2"');
});

test('HTML around blocks encloses them, and an element that does not end spares the other blocks', () => {
  expect(htmlOf('<details><summary>More</summary>\n\n- One\n\n</details>\n\nTwo')).toBe(
    '<details><summary>More</summary><ul>\n<li>One</li>\n</ul></details>\n<p>Two</p>',
  );
  expect(htmlOf('One <b>two\n\nThree')).toBe('<p>One <b>two</b></p>\n<p>Three</p>');
});

test('images are shown as far as they are wanted, with addresses of their place', () => {
  const text = '![one](a/b.png) ![two](https://x.example/c.png) ![three](//x.example/d.png)';
  expect(htmlOf(text, { images: 'none' })).toBe('<p>one two three</p>');
  expect(htmlOf(text, { images: 'relative', imageAddress: (path) => `/files/${path}` })).toBe(
    '<p><img src="/files/a/b.png" alt="one"> two three</p>',
  );
  expect(htmlOf(text, { images: 'relative', imageAddress: () => null })).toBe(
    '<p>one two three</p>',
  );
  expect(htmlOf(text)).toContain('<img src="https://x.example/c.png" alt="two">');
  for (const address of [
    '\\\\x.example/e',
    '/\\x.example/e',
    '/\t/x.example/e',
    'ht\ntp://x.example/e',
  ])
    expect(htmlOf(`<img src="${address}" alt="text">`, { images: 'relative' })).not.toContain(
      '<img',
    );
});

test('the addresses of links without a host can be those of a site', () => {
  const linkAddress = (path: string) => path.replace(/\.md/, '.html');
  expect(htmlOf('[a](b.md#c) [d](https://e.example/f.md)', { linkAddress })).toBe(
    '<p><a href="b.html#c">a</a> <a href="https://e.example/f.md">d</a></p>',
  );
});

test('the title can be left out', () => {
  const report = readReport({ path: 'r.md', text: '# One\n\n## Two' });
  const options = { server: 'https://github.com', home: undefined, images: 'all' } as const;
  expect(reportHtml(report, options, { withoutTitle: true })).toBe(
    '<h2 id="user-content-two">Two</h2>\n',
  );
});

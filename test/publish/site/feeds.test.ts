import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from 'vitest';
import { siteFiles, small } from './site-files.ts';

const site = await siteFiles(small, { images: new Set(['reports/img/x.png']) });
const atom = site.get('feed.atom') ?? '';
const json = site.get('feed.json') ?? '';

interface JsonFeed {
  items: { title: string; content_html: string }[];
}

test('the Atom feed follows RFC 4287', async () => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'feed.atom', contents: atom }],
    schema: [await readFile('test/publish/site/atom.rng', 'utf8')],
    extension: 'relaxng',
  });
  expect(errors).toEqual([]);
});

test('the JSON feed follows version 1.1 of its format', async () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const schema = JSON.parse(
    await readFile('test/publish/site/json-feed.schema.json', 'utf8'),
  ) as object;
  ajv.validate(schema, JSON.parse(json));
  expect(ajv.errors).toBeNull();
});

test('titles are texts: in Atom as HTML that shows them, in JSON as they are', () => {
  expect(atom).toContain(
    '<title type="html"><![CDATA[&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; "quotes" {{title}}]]></title>',
  );
  const { items } = JSON.parse(json) as JsonFeed;
  expect(items[0]?.title).toBe('</script><script>alert(1)</script> ]]> & "quotes" {{title}}');
});

test('addresses are absolute, and control characters gone', () => {
  const { items } = JSON.parse(json) as JsonFeed;
  const content = items.map(({ content_html }) => content_html).join('');
  expect(content).toContain(
    '<a href="https://linuxkit.example/news/reports/2017-05-08.html#user-content-core">',
  );
  expect(content).toContain('<img src="https://linuxkit.example/news/reports/img/x.png"');
  // eslint-disable-next-line no-control-regex -- no XML can have them
  expect(atom).not.toMatch(/[\0-\x08]/);
});

test('only the newest twenty', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 25 }, (_, index) => [
      `2017-05-${String(index + 1).padStart(2, '0')}`,
      '# Title\n\nText',
    ]),
  );
  const many = await siteFiles(texts);
  const { items } = JSON.parse(many.get('feed.json') ?? '') as JsonFeed;
  expect(items).toHaveLength(20);
  expect(many.get('feed.atom')).toContain('2017-05-25.html');
  expect(many.get('feed.atom')).not.toContain('2017-05-05.html');
});

test('the sitemap has every page with its last change', () => {
  const sitemap = site.get('sitemap.xml') ?? '';
  for (const path of site.keys())
    if (path.endsWith('.html') && !path.endsWith('index.html'))
      expect(sitemap).toContain(
        `<loc>https://linuxkit.example/news/${path.replace('@', '%40')}</loc><lastmod>`,
      );
  expect(sitemap).toContain(
    '<loc>https://linuxkit.example/news/reports/2017-05-08.html</loc><lastmod>2017-05-08T12:00:00Z</lastmod>',
  );
});

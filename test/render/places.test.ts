import fc from 'fast-check';
import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { hostileExamples, hostileText } from '../support/hostile.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { pull, snapshot } from '../support/snapshot.ts';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/** A report whose template has the title of a pull request in a place. */
function reportWith(place: string, title: string): string {
  const source = `{{#each merged}}{{#each entries}}\n${place.replaceAll('TITLE', '{{text}}')}\n{{/each}}{{/each}}`;
  const template = compileTemplate({ file: 'mine.hbs', source, partials: {} });
  const facts = snapshot({ pullRequests: [pull(1, { title })] });
  return render(compose(facts, config(), 0), template);
}

/** What a browser sees of it. */
function seen(place: string, title: string): Root {
  return toHtml.runSync(toHtml.parse(reportWith(place, title)));
}

/** The elements of a tree, with the names of their attributes. */
function shape(node: Nodes): unknown {
  if (!('children' in node)) return null;
  const name = node.type === 'element' ? [node.tagName, ...Object.keys(node.properties)] : [];
  return [name, node.children.map(shape).filter((inner) => inner !== null)];
}

/** The text that a reader sees, and what attributes say. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const attributes = node.type === 'element' ? Object.values(node.properties).join(' ') : '';
  return 'children' in node ? attributes + node.children.map(textOf).join('') : '';
}

const text = hostileText.filter((title) => plainText(title) !== '');
const examples = [...hostileExamples, '-', '=', '+', '#', '>', '*', '1.']
  .filter((title) => plainText(title) !== '')
  .map((title): [string] => [title]);

describe('a title is text, and changes nothing around it', () => {
  test.each([
    '<details><summary>TITLE</summary>\n\nx\n\n</details>',
    '<table><tr><td>TITLE</td></tr></table>',
    '<div>\nTITLE\n</div>',
    '<div><a title="TITLE" href="https://x.example/">x</a></div>',
    "a <img alt='TITLE' src='x.png'> b",
    'a <b>TITLE</b> c',
    '<b>x</b>TITLE<i>y</i>',
    '**TITLE**',
    'x**TITLE**x',
    '`TITLE`',
    '{{code text}} TITLE',
    '```\nTITLE\n```',
    '    TITLE',
    '[TITLE](https://x.example)',
    '[x](https://x.example "TITLE")',
    '![TITLE](x.png)',
    '[x]\n\n[x]: https://x.example "TITLE"',
    '> TITLE',
    '- [ ] TITLE',
    '# TITLE',
    'TITLE\n===',
    '| a |\n| - |\n| TITLE |',
    'x[^1]\n\n[^1]: TITLE',
    'TITLE TITLE',
    'a\nTITLE\nTITLE\nTITLE\nb',
    '> TITLE\n> TITLE',
    '\\\\TITLE',
    '&TITLE;',
  ])('%s', (place) => {
    const expected = shape(seen(place, 'plain'));
    fc.assert(
      fc.property(text, (title) => {
        const tree = seen(place, title);
        expect(shape(tree)).toEqual(expected);
        expect(textOf(tree)).toContain(plainText(title));
      }),
      { ...runs(20), examples },
    );
  });

  test.each([
    '<!-- TITLE -->',
    'a <!--TITLE--> b',
    '[x](https://x.example/TITLE)',
    '[x](<https://x.example/TITLE>)',
    '<https://x.example/TITLE/>',
    'https://x.example/TITLE/',
    '![x](https://x.example/?q=TITLE)',
    '[x]\n\n[x]: https://x.example/#TITLE',
    '<a href="https://x.example/TITLE">x</a>',
    '```TITLE\nx\n```',
  ])('%s, where it does not show as it is', (place) => {
    const expected = shape(seen(place, 'plain'));
    fc.assert(
      fc.property(text, (title) => {
        expect(shape(seen(place, title))).toEqual(expected);
      }),
      { ...runs(20), examples },
    );
  });
});

describe('a place where a title cannot be text is refused with its line', () => {
  test.each([
    ['x\n\n<script>TITLE</script>', 'in <script>, which has no text'],
    ['x <style>TITLE</style>', 'in <style>, which has no text'],
    ['<textarea>\n\nTITLE\n\n</textarea>', 'in <textarea>, which has no text'],
    ['<svg><text>TITLE</text></svg>', 'in <svg>, which has no text'],
    ['<a title=TITLE>x</a>', 'as a part of a tag'],
    ['x <a title=aTITLE>x</a>', 'as a part of a tag'],
    ['<div TITLE>x</div>', 'as a part of a tag'],
    ['<div>\n<TITLE></div>', 'as a part of a tag'],
    ['<div>\n</TITLE></div>', 'as a part of a tag'],
    ['<!DOCTYPE TITLE>', 'as a part of a tag'],
    ['<? TITLE ?>', 'as a part of a tag'],
    ['<![CDATA[TITLE]]>', 'as a part of a tag'],
    ['<div onclick="TITLE">x</div>', 'in the attribute onclick'],
    ['<div style="TITLE">x</div>', 'in the attribute style'],
    ['<img srcset="TITLE">', 'in the attribute srcset'],
    ['<a href="TITLE">x</a>', 'where it decides where a link leads'],
    ['<a href="javascript:TITLE">x</a>', 'where it decides where a link leads'],
    ['[x](TITLE)', 'where it decides where a link leads'],
    ['[x](https://TITLE/)', 'where it decides where a link leads'],
    ['[x](//TITLE/)', 'where it decides where a link leads'],
    ['![x](TITLE)', 'where it decides where a link leads'],
    ['[x]\n\n[x]: TITLE', 'where it decides where a link leads'],
    ['https://TITLE.example/', 'where it decides where a link leads'],
    ['<div title="\n\nTITLE\n\n">', 'after a tag or a comment that nothing closes'],
    ['- a\n- <div title="\n- **TITLE**', 'after a tag or a comment that nothing closes'],
  ])('%j', (place, reason) => {
    const line = 1 + (place.split('TITLE', 1)[0] ?? '').split('\n').length;
    expect(() => seen(place, 'x')).toThrow(
      `mine.hbs:${String(line)}: foreign text is not safe ${reason}`,
    );
  });
});

test('in HTML as well, GitHub finds nothing to link in a title', () => {
  const summary = '<details><summary>TITLE</summary></details>';
  expect(reportWith(summary, '@ann #12 https://x.example a&b')).toBe(
    '<details><summary>@<!-- -->ann #<!-- -->12 https:<!-- -->//x.example a&#38;b</summary></details>\n',
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { render } from '../../src/render/render.ts';
import { inBrowser, shape, textOf, withoutCode } from '../support/browser.ts';
import { config } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { pull, snapshot } from '../support/snapshot.ts';
import {
  entryText,
  reportWith,
  shown,
  shownExamples as examples,
  shownTitles as text,
} from '../support/title-report.ts';

const seen = (place: string, title: string) => inBrowser(reportWith(place, title));

const eitherOf = (...texts: string[]) => ({
  asymmetricMatch: (all: string) => texts.some((found) => all.includes(found)),
});

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
    const expected = shape(withoutCode(seen(place, 'plain')));
    fc.assert(
      fc.property(text, (title) => {
        const tree = seen(place, title);
        expect(shape(withoutCode(tree))).toEqual(expected);
        expect(textOf(tree)).toEqual(eitherOf(shown(title), entryText(title)));
      }),
      { ...runs(6), examples },
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
    const expected = shape(withoutCode(seen(place, 'plain'), true));
    fc.assert(
      fc.property(text, (title) => {
        expect(shape(withoutCode(seen(place, title), true))).toEqual(expected);
      }),
      { ...runs(6), examples },
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

test('in HTML as well, code is code, and what GitHub would link', () => {
  const summary = '<details><summary>TITLE</summary></details>';
  expect(reportWith(summary, 'Use `<b>` for @ann, #12, cc@1.4.3 and https://x.example a&b')).toBe(
    '<details><summary>Use <code>&#60;b&#62;</code> for <code>@ann</code>, <code>#<!-- -->12</code>, cc@1.4.3 and https://x.example a&#38;b</summary></details>\n',
  );
});

describe('where a template and a title meet', () => {
  test.each([
    ['http:TITLE', '//evil.example/', 'http:<!-- -->//evil.example/'],
    ['wwwTITLE', '.evil.example', 'www<!-- -->.evil.example'],
    ['me@TITLE', 'evil.example', 'me@<!-- -->evil.example'],
    ['TITLE/more', 'https://x.example', '<https://x.example>/more'],
    ['TITLE**bold**', 'https://x.example', '<https://x.example>**bold**'],
    ['(TITLE)', 'https://x.example/a_b', '(https://x.example/a_b)'],
    ['`x`TITLE`y`', '`a`', '`x`<!-- -->`a`<!-- -->`y`'],
    ['@TITLE', 'ann', '@ann'],
  ])('%s with %s', (place, title, expected) => {
    expect(reportWith(place, title)).toBe(`${expected}\n`);
  });

  test.each([
    ['@', 'ann', '@<!-- -->ann'],
    ['#', '12', '\\#<!-- -->12'],
    ['https:', '//evil.example', 'https:<!-- -->//evil.example'],
    [':ta', 'da:', ':ta<!-- -->da:'],
  ])('or two titles, %s and %s', (first, second, expected) => {
    const source = '{{#each merged}}{{#each entries}}{{text}}{{/each}}{{/each}}';
    const template = compileTemplate({ file: 'mine.hbs', source, partials: {} });
    const pullRequests = [pull(1, { title: first }), pull(2, { title: second })];
    expect(render(compose(snapshot({ pullRequests }), config(), 0), template)).toBe(
      `${expected}\n`,
    );
  });
});

describe('code', () => {
  test.each([
    ['TITLE', 'Use ``a`b`` and `<!-- -->`', 'Use ``a`b`` and `<!-- -->`'],
    ['| a |\n| - |\n| TITLE |', 'Read `a|b`', '| a |\n| - |\n| Read `a\\|b` |'],
    ['TITLE', 'An `odd backtick', 'An \\`odd backtick'],
    ['# TITLE', '`a`', '# `a`'],
    ['[TITLE](https://x.example)', '`a` @b', '[`a` `@b`](https://x.example)'],
    ['<!-- TITLE -->', '`a` @b', '<!-- `a` @b -->'],
    ['<a title="TITLE">x</a>', '`a` @b', '<a title="`a` @b">x</a>'],
    ['![TITLE](x.png)', '`a`', '![\\`a\\`](x.png)'],
  ])('in %j is code: %s', (place, title, expected) => {
    expect(reportWith(place, title)).toBe(`${expected}\n`);
  });

  test('is text where the config says so', () => {
    expect(reportWith('TITLE', 'Use `a`', { text: { code: false } })).toBe('Use \\`a\\`\n');
    expect(reportWith('<b>\nTITLE</b>', 'Use `a`', { text: { code: false } })).toBe(
      '<b>\nUse `a`</b>\n',
    );
  });
});

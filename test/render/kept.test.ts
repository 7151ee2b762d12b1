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
  shownExamples,
  shownTitles,
} from '../support/title-report.ts';

describe('whatever a title has, it is text, and every other byte is the template’s, in', () => {
  test.each([
    '* TITLE\n* b',
    '+ TITLE',
    '-   TITLE\n\n    more\n-   b',
    '1) TITLE\n2) b',
    '7. TITLE\n7. b',
    '- a\n\n- TITLE\n- b\n\n- c',
    '* a\n\n  * TITLE\n\n* b',
    '- a\n- b\n\n* TITLE',
    'A text\nthat is wrapped\nbefore TITLE\nand behind.',
    'A hard break  \nTITLE  \nand one\\\nTITLE',
    '__strong__ *emphasis* TITLE ***both***',
    '__TITLE__ and *TITLE* and ~TITLE~',
    'TITLE\n=====',
    'a TITLE\n---',
    '## TITLE ##',
    'a | b\n:-|-\nx | TITLE',
    '|a|b|\n|--|:--:|\n|TITLE|x|',
    '| `x` TITLE | <b title="TITLE">x</b> | `TITLE` |\n|---|---|---|\n| <!-- TITLE --> | [TITLE](https://x.example/TITLE "TITLE") | ![TITLE](x.png) |',
    '> [!NOTE]\n> TITLE',
    '> TITLE\ngoes on\n> TITLE',
    '> - TITLE\n>   more\n>\n> - b',
    '***\n\nTITLE\n\n* * *',
    'Term\n: TITLE',
    'TITLE\n: a text',
    '[TITLE][x] and [x] and [x][]\n\n[x]: <https://x.example> (TITLE)',
    "[a](https://x.example 'TITLE') [a](https://x.example (TITLE))",
    "[a]\n\n[a]: https://x.example 'TITLE'",
    'x[^a]\n\n[^a]: TITLE\n    more',
    '<details>\n<summary>TITLE</summary>\n\nTITLE\n\n</details>',
    '<dl>\n  <dt>TITLE</dt>  \n  <dd>x</dd>\n</dl>',
    '<p align="center"><img alt="TITLE" src="x.png"></p>',
    '~~~~\n\n\nTITLE  \n\n\n~~~~',
    '    TITLE\n\n\n    b  \n\nx',
    '- ````js\n  TITLE\n  ````\n- b',
    '&copy; &#x2014; &amp; TITLE \\* \\_ TITLE',
    'snake_case_TITLE 2*3*4 TITLE <https://x.example> www.x.example TITLE',
    '<!-- a\n\n\n  TITLE  \n-->\n\nx',
    '@TITLE: TITLE, (TITLE) "TITLE" – TITLE!',
  ])('%s', (place) => {
    const parts = place.split('TITLE');
    const expected = shape(withoutCode(inBrowser(reportWith(place, 'plain'))));
    fc.assert(
      fc.property(shownTitles, (title) => {
        const report = reportWith(place, title);
        let at = 0;
        for (const part of parts) {
          const next = report.indexOf(part, at);
          expect(next, report).toBeGreaterThanOrEqual(at);
          at = next + part.length;
        }
        expect(report.startsWith(parts[0] ?? '')).toBe(true);
        expect(report.endsWith(`${parts.at(-1) ?? ''}\n`), report).toBe(true);
        const tree = inBrowser(report);
        expect(shape(withoutCode(tree)), report).toEqual(expected);
        if (!place.includes('<!--'))
          expect([shown(title), entryText(title)].some((one) => textOf(tree).includes(one))).toBe(
            true,
          );
      }),
      { ...runs(4), examples: shownExamples },
    );
  });
});

describe('only the block is written anew in which a title would be more than text', () => {
  test.each([
    ['__a__\n\n* a\n* &TITLE; __x__\n', 'lt', '__a__\n\n* a\n* \\&lt; **x**\n'],
    ['* ```\n  TITLE\n  ```\n* __b__\n', '```', '* ````\n  ```\n  ````\n* __b__\n'],
    ['> 1) a\n>    [TITLE]\n\n[x]: y\n', 'x', '> 1) a\n>    \\[x]\n\n[x]: y\n'],
    ['__a__ 1TITLE\n\n__b__', '. x', '__a__ 1. x\n\n__b__\n'],
    ['1TITLE\n\n__b__', '. x', '1\\. x\n\n__b__\n'],
  ])('%j with %j', (place, title, expected) => {
    expect(reportWith(place, title)).toBe(expected);
  });
});

describe('what is formatted:', () => {
  const written = (source: string) =>
    render(
      compose(
        snapshot({ pullRequests: [pull(1)] }),
        config({ introduction: '* a  \n\n\n* b\n' }),
        0,
      ),
      compileTemplate({
        file: 'mine.hbs',
        source,
        partials: { entry: { file: 'entry.hbs', source: '{{text}}\n' } },
      }),
    );

  test.each([
    ['\n\n# a\n\n\n\nb', '# a\n\nb\n', 'blank lines'],
    ['a  \nb\t\n\nc   \n', 'a  \nb\n\nc\n', 'blanks at line ends, unless they break the line'],
    ['- a\n\n\n- b\n  \n  c  \n', '- a\n\n- b\n\n  c\n', 'blank lines in a list'],
    ['> a \n>  \n>\n> b', '> a\n>\n>\n> b\n', 'blanks in a quote'],
    [
      '```\na  \n\n\n```\n\n\n    b  \n\n\n    c\n',
      '```\na  \n\n\n```\n\n    b  \n\n\n    c\n',
      'but no code',
    ],
    [
      '<pre>\na  \n\n\n</pre>\n\n\n<!--  \n\n\n-->',
      '<pre>\na  \n\n\n</pre>\n\n<!--  \n\n\n-->\n',
      'nor HTML',
    ],
    ['a\r\n\r\n\r\nb\r\n', 'a\n\nb\n', 'line endings'],
    ['a\u202eb &rlm; &#x202E;\u200d', 'ab &rlm; &#x202E;\u200d\n', 'invisible characters'],
    ['x\n\n{{introduction}}\n\nx', 'x\n\n* a\n\n* b\n\nx\n', 'a text of the config'],
    [
      '{{#each merged}}\n{{#each entries}}\n* {{> entry}}\n{{/each}}\n{{/each}}\n* b',
      '* Change 1\n* b\n',
      'a partial in a line',
    ],
    [
      '{{#each merged}}\n{{#each entries}}\n{{> entry}}\n{{/each}}\n{{/each}}\nb',
      'Change 1\nb\n',
      'a partial on a line of its own',
    ],
    ['', '', 'nothing'],
  ])('%j gives %j: %s', (source, expected) => {
    expect(written(source)).toBe(expected);
  });
});

import { expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { readReport } from '../../src/report/report.ts';
import { linesOf } from './lines.ts';
import { exampleOptions } from './world.ts';

const cited = '[#1757](https://github.com/linuxkit/linuxkit/pull/1757)';

async function found(text: string, path = 'reports/2017-05-08.mdx'): Promise<string[]> {
  const { facts: _, ...options } = await exampleOptions();
  return linesOf(checkReport(readReport({ path, text }), { ...options, facts: null }));
}

test.each([
  ['a tag of Liquid', `{% include toc.html wih="(" %} ${cited}`],
  ['a tag of Liquid on lines of its own', `{% raw %}\nThe ${cited}\n{% endraw %}`],
  ['an expression', `Since {{ page.titel | slice: (1 }} ${cited}`],
  ['an expression as an address', `See [here]({{ '/about/#talks' | url }}) ${cited}`],
  ['an expression alone as an address', `See [here]({{site.url}}/about) ${cited}`],
  ['a shortcode of Hugo', `{{< figure src="(imrpoved" >}} ${cited}`],
  ['a component', `Words <JumpToc/> and <PrBy :pr="18171" user="imrpoved" /> ${cited}`],
  ['a component with texts and braces', `<Tabs items={["a)", {wih: "<b>"}]}>Words ${cited}</Tabs>`],
  ['a comment of MDX', `{/* wih ( */} Words ${cited}`],
  ['code of MDX', `import Card from '@site/src/imrpoved';\n\nexport const wih = 1;\n\n${cited}`],
  ['an alert', `> [!NOTE]\n> Words ${cited}`],
  ['a footnote', `Words[^1] ${cited}, and more[^long-one].\n\n[^1]: One.\n\n[^long-one]: Another.`],
])('%s is no mistake', async (_, text) => {
  expect(await found(`${text}\n`)).toEqual([]);
});

test('beside tags and components mistakes are found', async () => {
  expect(
    await found(`{% raw %} We imrpoved <Tab name="x">the imrpoved</Tab> {{ 1 }} ([#1757].\n`),
  ).toEqual([
    '1:14 warning spelling: Unknown word `imrpoved`; did you mean `improved`?',
    '1:41 warning spelling: Unknown word `imrpoved`; did you mean `improved`?',
    '1:65 error no-undefined-references: Undefined reference `#1757`',
  ]);
});

test('what opens like a tag and never ends is text', async () => {
  expect(await found('Use {{ to imrpove, or <Tab "to\n')).toEqual([
    '1:11 warning spelling: Unknown word `imrpove`; did you mean `improve`?',
  ]);
});

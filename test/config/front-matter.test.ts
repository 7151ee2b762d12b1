import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { compose } from '../../src/compose/compose.ts';
import { compileTemplate } from '../../src/render/compile/compile-template.ts';
import { renderDocument } from '../../src/render/render.ts';
import { issue, pull, snapshot } from '../support/snapshot.ts';

const facts = snapshot({ pullRequests: [pull(1)], issues: [issue(2)] });

function rendered(yaml: string, layout = '# Report') {
  const view = compose(facts, parseYamlConfig(yaml, 'devreport.yml'), 11);
  return renderDocument(view, compileTemplate({ file: 'mine.hbs', source: layout, partials: {} }));
}

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return String(error);
  }
  return 'no error';
}

describe('front matter of the config', () => {
  test('is written above the report, in its order', () => {
    const { text } = rendered('frontMatter: { b: "{number}", a: "{date}", c: { d: [x] }, 1: yes }');
    expect(text).toBe(
      '---\n"1": "yes"\nb: 12\na: "2017-05-08"\nc:\n  d:\n    - x\n---\n\n# Report\n',
    );
  });

  test('has days in any format, and plural forms', () => {
    const { text } = rendered('frontMatter: { a: "{start:D MMM} – {end:D MMM}", b: "{number:4}" }');
    expect(text).toContain('a: "1 May – 7 May"\nb: "0012"\n');
  });

  test('wins over that of the layout, and is added to it', () => {
    const layout = `---
# Ours
title: "{{title}}"   # the title
keep:   '{{cadence}}'
tags:
- a
- b
---
# Report
`;
    const { text, frontMatter } = rendered(
      'frontMatter:\n  tags: [c]\n  title: "T: {title}"\n  more: |\n    x',
      layout,
    );
    expect(text).toBe(`---
# Ours
title: "T: Development report for 8 May 2017"   # the title
keep:   'weekly'
tags:
  - c
more: "x\\n"
---

# Report
`);
    expect(frontMatter?.values).toEqual({
      title: 'T: Development report for 8 May 2017',
      keep: 'weekly',
      tags: ['c'],
      more: 'x\n',
    });
  });

  test.each([
    [
      'frontMatter:\n  a: 1\n  b: [x, "{foo}"]',
      'devreport.yml:3: frontMatter.b[1]: unknown placeholder {foo}; use {date}, {year}, {month}, {day}, {week}, {start}, {end}, {cadence}, {number}, {slug}, {title}, {people}, {repositories}',
    ],
    [
      'frontMatter:\n  a:\n    b: "{title:3}"',
      'devreport.yml:3: frontMatter.a.b: {title} has no format “3”',
    ],
    ['frontMatter: [a]', 'devreport.yml:1: frontMatter: expected options, found a list'],
    ['frontMatter: text', 'devreport.yml:1: frontMatter: expected options, found'],
  ])('is refused with its line: %s', (yaml, message) => {
    expect(errorOf(() => parseYamlConfig(yaml, 'devreport.yml'))).toContain(message);
  });

  test.each([
    ['+++\na = 1\n+++', 'mine.hbs: its front matter is TOML; remove frontMatter from the config'],
    ['---\na:\n  - 1 # one\n---', 'mine.hbs: the config cannot replace a in its front matter'],
  ])('does not fit to %s', (layout, message) => {
    expect(errorOf(() => rendered('frontMatter: { a: 1 }', layout))).toContain(message);
  });
});

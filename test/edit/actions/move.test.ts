import { describe, expect, test } from 'vitest';
import { refusal } from './support.ts';
import { acted, link } from './plain.ts';

const one = `One ${link(1)} @octo.`;
const two = `Two ${link(2)} @mona.`;
const six = `Six ${link(6)} @mona.`;
const text = `# Report\n\n## Core\n\n- ${one}\n- ${two}\n\n## Kernel\n\nSome words.\n\n- ${six}\n\n## Empty\n\n<!-- editor: Write this. -->\n`;

describe('an entry moved to a section', () => {
  test('is its last one, with the cursor at its beginning', () => {
    const { text: after, said, shown } = acted(text, { do: 'move', at: 'One', to: 'Kernel' });
    expect(after).toBe(
      text.replace(`- ${one}\n`, '').replace(`- ${six}\n`, `- ${six}\n- ${one}\n`),
    );
    expect(said).toBe('Moved #1 to Kernel.');
    expect(shown).toContain('- ||One');
  });

  test('makes a list where there is none, before the comments at its end', () => {
    const { text: after } = acted(text, { do: 'move', at: 'One', to: 'Empty' });
    expect(after).toContain(`## Empty\n\n- ${one}\n\n<!-- editor`);
  });

  test('leaves the heading of a section without others, and no list', () => {
    const { text: after } = acted(text, { do: 'move', at: 'Six', to: 'Core' });
    expect(after).toContain(`- ${two}\n- ${six}\n\n## Kernel\n\nSome words.\n\n## Empty`);
  });

  test('takes along what is below it', () => {
    const below = `\n  - note\n    - deeper\n\n  A paragraph.`;
    const nested = text.replace(two, two + below);
    const { text: after } = acted(nested, { do: 'move', at: 'Two', to: 'Kernel' });
    expect(after).toContain(`- ${six}\n- ${two}${below}\n\n## Empty`);
    expect(after).not.toContain(`${one}\n\n\n`);
  });

  test('is refused where it is already, with what is wrong', () => {
    expect(refusal(() => acted(text, { do: 'move', at: 'Two', to: 'Core' }))).toBe(
      '#2 is already the last entry of Core.',
    );
    expect(refusal(() => acted(text, { do: 'move', at: 'Two', to: 'Gone' }))).toBe(
      'There is no section “Gone” any more. Choose another one.',
    );
    expect(refusal(() => acted(text, { do: 'move', at: 'Some words', to: 'Core' }))).toBe(
      'There is no entry here. Put the cursor into one.',
    );
  });
});

describe('an entry takes the form of its new place', () => {
  const moved = (target: string, entry = one) => {
    const whole = `# R\n\n## A\n\n- ${entry}\n- ${six}\n\n## B\n\n${target}\n`;
    const { text: after } = acted(whole, { do: 'move', at: entry.slice(0, 6), to: 'B' });
    return after.slice(after.indexOf('## B\n\n') + 6).trimEnd();
  };

  test.each([
    ['stars', `*   ${two}`, `*   ${two}\n*   ${one}`],
    ['tabs', `-\t${two}`, `-\t${two}\n-\t${one}`],
    ['indentation', `  + ${two}`, `  + ${two}\n  + ${one}`],
    ['numbers', `7. ${two}`, `7. ${two}\n8. ${one}`],
    ['a quote', `> - ${two}`, `> - ${two}\n> - ${one}`],
    [
      'a loose list',
      `- ${two}\n\n- Three ${link(3)}`,
      `- ${two}\n\n- Three ${link(3)}\n\n- ${one}`,
    ],
    [
      'a table',
      `| What | Where | Who |\n| --- | --- | --- |\n| Two | ${link(2)} | @mona |`,
      `| What | Where | Who |\n| --- | --- | --- |\n| Two | ${link(2)} | @mona |\n| One | ${link(1)} | @octo |`,
    ],
    [
      'a table of one column',
      `| What |\n| --- |\n| ${two} |`,
      `| What |\n| --- |\n| ${two} |\n| ${one} |`,
    ],
    [
      'no table of numbers',
      '| | Now |\n| --- | --- |\n| Merged | 2 |',
      `| | Now |\n| --- | --- |\n| Merged | 2 |\n\n- ${one}`,
    ],
    ['a group below bold words', `**Bold**\n\n- ${two}`, `**Bold**\n\n- ${two}\n- ${one}`],
  ])('%s', (_, target, expected) => {
    expect(moved(target)).toBe(expected);
  });

  test('with its lines indented as deep as there', () => {
    expect(moved(`10. ${two}`, `One ${link(1)}\n  - note\n\n  More.`)).toBe(
      `10. ${two}\n11. One ${link(1)}\n    - note\n\n    More.`,
    );
  });

  test('with the line endings there', () => {
    const mixed = `# R\n\n## A\n\n- One ${link(1)}\n  - note\n- ${six}\n\n## B\r\n\r\n- ${two}\r\n`;
    const { text: after } = acted(mixed, { do: 'move', at: 'One', to: 'B' });
    expect(after.slice(after.indexOf('## B'))).toBe(
      `## B\r\n\r\n- ${two}\r\n- One ${link(1)}\r\n  - note\r\n`,
    );
  });

  test('from a row to a list item, and from HTML', () => {
    const row = `| What | Who |\n| --- | --- |\n| One \\| more ${link(1)} | @octo |\n| x ${link(5)} | @mona |`;
    const whole = `# R\n\n## A\n\n${row}\n\n## B\n\n- ${two}\n`;
    expect(acted(whole, { do: 'move', at: 'One', to: 'B' }).text).toContain(
      `- ${two}\n- One | more ${link(1)} @octo\n`,
    );
    const item = '<a href="https://github.com/acme/widgets/pull/1">#1</a>';
    const html = `# R\n\n## A\n\n<ul>\n  <li>One ${item}</li>\n</ul>\n\n## B\n\n- ${two}\n`;
    expect(acted(html, { do: 'move', at: 'One', to: 'B' }).text).toBe(
      `# R\n\n## A\n\n## B\n\n- ${two}\n- One ${item}\n`,
    );
  });

  test('is refused where it can’t', () => {
    const html =
      '<ul>\n<li>Two <a href="https://github.com/acme/widgets/pull/2">#2</a></li>\n</ul>';
    expect(refusal(() => moved(html))).toBe(
      '#1 is Markdown, which is not read inside of the HTML there. Write it there as HTML, and take it out here.',
    );
    const table = `| What |\n| --- |\n| ${two} |`;
    expect(refusal(() => moved(table, `One ${link(1)}\n  - note`))).toBe(
      "#1 has more than one paragraph, which a row of a table can't have. Move what is below it first.",
    );
    const wordless = `| Where | Who |\n| --- | --- |\n| ${link(2)} | @mona |`;
    expect(refusal(() => moved(wordless))).toBe(
      'The table there has no column for the words of #1. Write it there yourself.',
    );
  });
});

describe('an entry moved above another one', () => {
  test('of its list, or of another', () => {
    const up = acted(text, { do: 'move-before', at: 'Two', before: 'One' });
    expect(up.text).toBe(text.replace(`- ${one}\n- ${two}\n`, `- ${two}\n- ${one}\n`));
    const over = acted(text, { do: 'move-before', at: 'Two', before: 'Six' });
    expect(over.text).toBe(text.replace(`- ${two}\n`, '').replace('- Six', `- ${two}\n- Six`));
    expect(over.said).toBe('Moved #2 above #6.');
  });

  test('keeps an ordered list counting', () => {
    const ordered = `1. A ${link(1)}\n2. B ${link(2)}\n3. C ${link(3)}\n`;
    expect(acted(ordered, { do: 'move-before', at: 'C', before: 'A' }).text).toBe(
      `1. C ${link(3)}\n2. A ${link(1)}\n3. B ${link(2)}\n`,
    );
    expect(acted(ordered, { do: 'take-out', at: 'A' }).text).toBe(
      `1. B ${link(2)}\n2. C ${link(3)}\n`,
    );
    const ones = ordered.replace(/^\d/gm, '1');
    expect(acted(ones, { do: 'take-out', at: 'A' }).text).toBe(
      `1. B ${link(2)}\n1. C ${link(3)}\n`,
    );
  });

  test('is refused where nothing would change', () => {
    expect(refusal(() => acted(text, { do: 'move-before', at: 'One', before: 'Two' }))).toBe(
      '#1 is already above #2.',
    );
    expect(refusal(() => acted(text, { do: 'move-before', at: 'One', before: 'One' }))).toBe(
      "#1 can't move above itself. Choose another entry.",
    );
  });
});

describe('an entry moved by one', () => {
  const by = (at: string, by: 1 | -1, whole = text) => acted(whole, { do: 'move-by', at, by });

  test('changes places with its neighbour', () => {
    expect(by('Two', -1).text).toBe(text.replace(`- ${one}\n- ${two}\n`, `- ${two}\n- ${one}\n`));
    expect(by('One', 1).text).toBe(by('Two', -1).text);
    expect(by('One', 1).said).toBe('Moved #1 below #2.');
  });

  test('goes on in the next section with entries', () => {
    expect(by('Two', 1).text).toBe(
      text.replace(`- ${two}\n`, '').replace(`- ${six}`, `- ${two}\n- ${six}`),
    );
    expect(by('Six', -1).text).toContain(`- ${two}\n- ${six}\n\n## Kernel`);
    expect(by('Six', -1).said).toBe('Moved #6 to Core.');
  });

  test('ends at the first and the last entry', () => {
    expect(refusal(() => by('One', -1))).toBe(
      '#1 is already the first entry of Core, and no section above it takes entries.',
    );
    expect(refusal(() => by('Six', 1))).toBe(
      '#6 is already the last entry of Kernel, and no section below it takes entries.',
    );
  });

  test('at the end of a file without a last line ending', () => {
    const short = `- A ${link(1)}\n- B ${link(2)}`;
    expect(by('A', 1, short).text).toBe(`- B ${link(2)}\n- A ${link(1)}`);
    expect(by('B', -1, short).text).toBe(`- B ${link(2)}\n- A ${link(1)}`);
  });
});

describe('an entry moved to a new section', () => {
  test('gets one behind its own', () => {
    const { text: after, said } = acted(text, { do: 'move-to-new', at: 'One', title: 'C# & more' });
    expect(after).toContain(`- ${two}\n\n## C# & more\n\n- ${one}\n\n## Kernel`);
    expect(said).toBe('Moved #1 to the new section C# & more.');
  });

  test('whose title stays text', () => {
    const hostile = '<img src=x> [x](y) {{z}}\n# two';
    const { text: after } = acted(text, { do: 'move-to-new', at: 'One', title: hostile });
    expect(after).toContain('\n## \\<img src\\=x\\> \\[x\\]\\(y\\) \\{\\{z\\}\\} \\# two\n');
  });

  test('is refused without a title, or where there is one', () => {
    expect(refusal(() => acted(text, { do: 'move-to-new', at: 'One', title: ' ' }))).toBe(
      'A new section needs a title.',
    );
    expect(refusal(() => acted(text, { do: 'move-to-new', at: 'One', title: 'kernel' }))).toBe(
      'There is already a section Kernel. Move the entry there.',
    );
  });
});

import { describe, expect, test } from 'vitest';
import { refusal } from './support.ts';
import { acted, link, plainDesk } from './plain.ts';

const text = `# R\n\nWords.\n\n## Merged\n\n### Core\n\n- One ${link(1)}\n- Two ${link(2)}\n\n### Else\n\n- Six ${link(6)}\n`;

describe('an entry highlighted', () => {
  test('makes a section before the others, and goes back to its own', () => {
    const { text: up, said } = acted(text, { do: 'highlight', at: 'Two' });
    expect(up).toBe(
      text
        .replace(`- Two ${link(2)}\n`, '')
        .replace('### Core', `### Highlights\n\n- Two ${link(2)}\n\n### Core`),
    );
    expect(said).toBe('Moved #2 to Highlights.');
    const back = acted(up, { do: 'highlight', at: 'Two' });
    expect(back.text).toBe(text);
    expect(back.said).toBe('Moved #2 back from Highlights.');
  });

  test('joins those that are there, under the heading of the config', () => {
    const own = text.replace('## Merged', `## Our best\n\n- Seven ${link(7)}\n\n## Merged`);
    const desk = { ...plainDesk, highlights: 'Our best' };
    const { text: up } = acted(own, { do: 'highlight', at: 'Two' }, desk);
    expect(up).toContain(`- Seven ${link(7)}\n- Two ${link(2)}\n\n## Merged`);
  });

  test('is refused where it has no other section', () => {
    const only = text.replace('### Else', '### Highlights');
    expect(refusal(() => acted(only, { do: 'highlight', at: 'Six' }))).toBe(
      'The report has no other section for #6. Move it to one instead.',
    );
  });
});

describe('a comment made text', () => {
  const written = (whole: string) => acted(whole, { do: 'write', at: 'Why' });

  test.each([
    ['# R\n\n<!-- editor: Why?* -->\n\nx\n', '# R\n\n|Why?\\*|\n\nx\n'],
    ['# R\n<!-- editor: Why? -->\nx\n', '# R\n\n|Why?|\n\nx\n'],
    ['# R\r\n\r\n<!-- Why? -->\r\nx\r\n', '# R\r\n\r\n|Why?|\r\n\r\nx\r\n'],
    [
      '<!-- editor: Why so:\n- a\n- b\n-->\n\nx\n',
      '|Why so\\:|\n\n<!-- editor:\n- a\n- b\n-->\n\nx\n',
    ],
    ['- x\n\n  <!-- Why? -->\n', '- x\n\n  |Why?|\n'],
    ['Text <!-- Why? --> goes on.\n', 'Text |Why?| goes on.\n'],
  ])('%j', (whole, expected) => {
    expect(written(whole).shown).toBe(expected);
  });

  test('is refused for the record, and elsewhere', () => {
    expect(refusal(() => written('Why?\n'))).toBe(
      'There is no comment here. Put the cursor into one.',
    );
  });
});

describe('a comment deleted', () => {
  const deleted = (whole: string) => acted(whole, { do: 'delete-comment', at: 'Why' }).text;

  test.each([
    ['# R\n\n<!-- editor: Why? -->\n\nx\n', '# R\n\nx\n'],
    ['<!-- Why?\n\nso -->\n\n\nx\n', 'x\n'],
    ['# R\r\n\r\n<!-- Why? -->\r\n\r\nx\r\n', '# R\r\n\r\nx\r\n'],
    ['x\n\n<!-- Why? -->\n', 'x\n'],
    ['x\n\n<!-- Why? -->', 'x'],
    ['one\n<!-- Why? -->\ntwo\n', 'one\n\ntwo\n'],
    ['- x\n\n  <!-- Why? -->\n\n  y\n', '- x\n\n  y\n'],
    ['Text <!-- Why? --> goes on.\n', 'Text goes on.\n'],
    ['> a\n>\n> <!-- Why? -->\n>\n> b\n', '> a\n>\n> b\n'],
  ])('%j', (whole, expected) => {
    expect(deleted(whole)).toBe(expected);
  });
});

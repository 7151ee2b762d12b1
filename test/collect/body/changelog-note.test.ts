import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/collect/body/body.ts';

const note = (text: string): string | null => readBody(text, 'acme/widgets').note;

describe('the note for the changelog', () => {
  it('is the paragraph below a label, as in LinuxKit’s template', () => {
    const body = (line: string): string =>
      [
        '**- What I did**',
        '',
        'Things',
        '',
        '**- Description for the changelog**',
        '<!--',
        'Write a short (one line) summary that describes the changes in this pull request',
        '-->',
        '',
        line,
        '',
        '**- A picture of a cute animal (not mandatory but encouraged)**',
        '🐧',
      ].join('\r\n');
    expect(note(body('Update the `4.9` kernel\r\n to 4.9.26'))).toBe(
      'Update the `4.9` kernel to 4.9.26',
    );
    expect(note(body(''))).toBeNull();
    expect(note(body('N/A'))).toBeNull();
  });

  it('is the content of a release-note fence', () => {
    const body = (text: string): string =>
      `**Does this PR introduce a user-facing change?**:\n\n\`\`\`release-note\n${text}\n\`\`\`\n`;
    expect(note(body('kubelet: fixed\na leak.'))).toBe('kubelet: fixed a leak.');
    expect(note(body('NONE'))).toBeNull();
    expect(note('```changelog\r\nAdd it\r\n```')).toBe('Add it');
  });

  it.each([
    ['## Changelog\n\nAdd a flag\n\nmore', 'Add a flag'],
    [
      '### Release notes:\n- Add `a`\n- Fix b\n  for good\n## Tests\nnone',
      'Add `a`; Fix b for good',
    ],
    ['**Release note**: Add a flag', 'Add a flag'],
    ['**Changelog:**\n```\nIn a plain fence\n```', 'In a plain fence'],
    ['# Changelog\nnone\n# Release note\n正しい', '正しい'],
    [
      '## Changelog\n\nAdd [a flag](https://x.example) to **all** `**x**`.',
      'Add a flag to all `**x**`.',
    ],
    ['```release-note\nAdd a flag <!-- in a sentence -->\n```', 'Add a flag'],
    ['```release-note:bug\ncore: Read `<b>` and Vec<T>\n```', 'core: Read `<b>` and Vec<T>'],
    ['## Changelog\n\n- [x] I have added an entry\n- Add a flag', 'Add a flag'],
    ['## Changelog\nNo longer panics', 'No longer panics'],
    ['## Changelog\nSee the title bar again', 'See the title bar again'],
  ])('is read in %j', (text, expected) => {
    expect(note(text)).toBe(expected);
  });

  it.each([
    [
      '```release-note\nAdd a\n```\n\n```release-note\nAdd b.\n```\n```release-note\nAdd c\n```',
      'Add a; Add b. Add c',
    ],
    ['# Changelog\nAdd a\n# Release note\nAdd b', 'Add a; Add b'],
    ['**Changelog** Add a\n**Release note** Add b', 'Add a; Add b'],
    ['# Changelog\nAdd a\n\n# Changelog\nAdd a', 'Add a'],
  ])('has all that are in %j', (text, expected) => {
    expect(note(text)).toBe(expected);
  });

  it.each([
    '',
    'Changelog: no label',
    '## Changelog',
    '## Changelog\n\n-',
    '**Release note**\n`NONE`.',
    '```release-note:none\nAdd a flag\n```',
    '## Changelog\n\n### Added\n\n- a flag',
    '```release-note\n<!-- a sentence -->\n```',
    '```release-note\n### Added\n```',
  ])('is null in %j', (text) => {
    expect(note(text)).toBeNull();
  });

  it.each(
    [
      ...[
        'none needed',
        'Not required',
        'TBD',
        'Nothing',
        'n/a',
        'No release note.',
        'None.',
        '...',
      ],
      ...[
        'No user-facing changes',
        'not applicable',
        'Same as title',
        'see above',
        'no entry needed',
      ],
      ...[
        '_Write a sentence_',
        'Enter your release note here:',
        'https://x.example/notes',
        '![c](c.png)',
      ],
      ...['| a | b |\n|---|---|', '- [x] I have added an entry', '- [ ] todo\n- [X] done'],
      ...['<details>\n<summary>acme/prettier (prettier)</summary>', 'See<br/>below'],
    ].flatMap((text) => [
      [`## Changelog\n\n${text}`],
      [`### Release Notes\n\n${text}\n\nmore`],
      [`\`\`\`release-note\n${text}\n\`\`\``],
    ]),
  )('is null in %j', (text) => {
    expect(note(text)).toBeNull();
  });
});

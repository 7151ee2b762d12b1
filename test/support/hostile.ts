import fc from 'fast-check';

/** Titles that somebody will write, but shouldn't. */
export const hostileExamples = [
  '# heading',
  '- item\n- item',
  '1. first',
  '> quote',
  '```\ncode',
  '    indented',
  '---',
  '===',
  '| a | b |\n|---|---|',
  '*bold* _em_ ~~del~~ `code` **x**',
  '[link](https://evil.example) ![image](x) [ref][] [^1] [x]: y',
  '<script>alert(1)</script><!-- comment --> </details> &lt; &amp;',
  '-->',
  '--!>',
  '{{title}} {{{title}}} {{> entry}} {{#each merged}} \\{{x}}',
  '@rneugeba @org/team #1 GH-2 linuxkit/linuxkit#3',
  'https://evil.example www.evil.example me@evil.example mailto:x@y.z',
  '$(rm -rf /) `id` $HOME ; | &',
  '\u001b[31mred\u001b[0m \u0000 \u0007 \b',
  '\u202egnp.exe\u2066 \u200b \ufeff \u{e0041}',
  'a\\',
  '\\',
  '!',
  ']',
  '[',
  '](',
  '<',
  '[ ] todo',
  '…'.repeat(400),
  'x'.repeat(2_000),
  '*'.repeat(2_000),
  '[('.repeat(500),
  '\ud800 lone',
  '   ',
  '',
];

const pieces = fc.constantFrom(
  ...Array.from('*_~`[]()<>!#@&|\\-+=.:;{}$"\'/ \n\r\t0123aAzZ\u202e\u0000\u200b\u00a0'),
  'http://',
  'www.',
  '{{',
  '}}',
  '<!--',
  '-->',
  '@a',
  '#1',
  '](',
);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileExamples),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/collect/body/body.ts';
import { runs } from '../../support/runs.ts';

const HERE = 'linuxkit/linuxkit';

/** References as `closes linuxkit/linuxkit#1`. */
function references(text: string, server?: string): string[] {
  return readBody(text, HERE, server).references.map(
    ({ relation, repository, number }) => `${relation} ${repository}#${String(number)}`,
  );
}

const note = (text: string): string | null => readBody(text, HERE).note;

describe('the references of a body', () => {
  it.each([
    'close',
    'closes',
    'closed',
    'fix',
    'fixes',
    'fixed',
    'resolve',
    'resolves',
    'resolved',
  ])('are closed by the keyword %s', (keyword) => {
    expect(references(`This ${keyword} #12.`)).toEqual([`closes ${HERE}#12`]);
    expect(references(`${keyword.toUpperCase()}: #12`)).toEqual([`closes ${HERE}#12`]);
  });

  it.each([
    ['#7', `${HERE}#7`],
    ['GH-7', `${HERE}#7`],
    ['moby/tool#7', 'moby/tool#7'],
    ['LinuxKit/LinuxKit#7', `${HERE}#7`],
    ['https://github.com/moby/tool/issues/7', 'moby/tool#7'],
    ['https://github.com/moby/tool/pull/7#issuecomment-99', 'moby/tool#7'],
  ])('are named as %s', (form, item) => {
    expect(references(`fixes ${form}`)).toEqual([`closes ${item}`]);
    expect(references(`see (${form}), please`)).toEqual([`mentions ${item}`]);
  });

  it('close an item only with a keyword of its own', () => {
    expect(references('fixes #1, fixes moby/tool#2 and closes\n#3, #4')).toEqual([
      `closes ${HERE}#1`,
      'closes moby/tool#2',
      `closes ${HERE}#3`,
      `mentions ${HERE}#4`,
    ]);
  });

  it('are listed once, and closing wins over mentioning', () => {
    expect(references('#1 again: #1, see #2. Fixes #2')).toEqual([
      `mentions ${HERE}#1`,
      `closes ${HERE}#2`,
    ]);
  });

  it.each([
    'prefix#1',
    'bug-fixes nothing',
    '#0 and #007',
    '#12345678901',
    '#1a',
    '&#39;',
    'https://gitlab.com/moby/tool/issues/7',
    'https://example.com/page#12',
    'fixes\n\nanother paragraph',
    'path/to/file#3',
  ])('are not found in %j', (text) => {
    expect(references(text)).toEqual([]);
  });

  it('do not close across a paragraph or from inside another word', () => {
    expect(references('the fix\n\n#12 says more')).toEqual([`mentions ${HERE}#12`]);
    expect(references('a hot-fix #12, prefix #13')).toEqual([
      `mentions ${HERE}#12`,
      `mentions ${HERE}#13`,
    ]);
  });

  it('are not in comments, code or quotes', () => {
    expect(
      references(
        [
          '<!-- Fixes #101',
          '',
          'more template #102 --> Fixes #1',
          '> Fixes #103',
          '`Fixes #104` and ``a ` #105`` and `split',
          'fixes #106`',
          '```sh',
          'Fixes #107',
          '~~~',
          '```',
          '- ~~~~',
          '  #108',
          '  ~~~~',
          'Fixes #2 `unclosed #3',
          '',
          '`',
          '```',
          'Fixes #109, never closed',
        ].join('\r\n'),
      ),
    ).toEqual([`closes ${HERE}#1`, `closes ${HERE}#2`, `mentions ${HERE}#3`]);
  });

  it('end at an unclosed comment, unless it is inside a line', () => {
    expect(references('fixes #1\n<!-- fixes #2')).toEqual([`closes ${HERE}#1`]);
    expect(references('parse <!-- better, fixes #1')).toEqual([`closes ${HERE}#1`]);
  });

  it('are URLs on the server in use', () => {
    const text = 'fixes https://git.example.com:8443/a/b/issues/5, https://github.com/a/b/issues/6';
    expect(references(text, 'https://git.example.com:8443')).toEqual(['closes a/b#5']);
  });
});

describe('any body', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['<!--', '-->', '`', '``', '```', '~~~', '\n', '\n\n', '\r\n', '> ', '- ', ' ', '#', '\\'],
      ...['fixes ', 'closes:', '#1', '#0', 'GH-2', 'a/b#3', 'https://github.com/a/b/pull/4', '**'],
      ...['## Changelog\n', '**Release note**', '```release-note\n', 'NONE', '99999999999'],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('is read without an error, with safe numbers and a note on one line', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { references: found, note: line } = readBody(text, HERE);
        for (const { repository, number } of found) {
          expect(Number.isSafeInteger(number) && number >= 1).toBe(true);
          expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
        }
        expect(line ?? 'x').not.toMatch(/^$|[\r\n]/);
      }),
      runs(400),
    );
  });

  it('has no reference in a comment, code or a quote', () => {
    const inside = fc
      .array(fc.constantFrom('fixes #666', ' ', 'word', '#666', '**', '## Changelog', '- '), {
        minLength: 1,
        maxLength: 8,
      })
      .map((pieces) => pieces.join(''));
    const wrapped = fc.oneof(
      inside.map((text) => `<!-- ${text}\n\n${text} -->`),
      inside.map((text) => `\`${text}\``),
      inside.map((text) => `\n\`\`\`\n${text}\n\`\`\`\n`),
      inside.map((text) => `\n~~~~ ${text}\n${text}\n~~~\n${text}\n~~~~\n`),
      inside.map((text) => `\n> ${text}\n`),
      fc.constantFrom('prose ', 'fixes #1 ', '\n', '\n\n', 'see #2, ', '- '),
    );
    fc.assert(
      fc.property(fc.array(wrapped, { maxLength: 20 }), (parts) => {
        expect(references(parts.join(' ')).filter((found) => found.endsWith('#666'))).toEqual([]);
      }),
      runs(400),
    );
  });

  it.each(
    [
      ...[
        '<!--',
        '<!-- ',
        ' <!--\n',
        '`',
        '` ',
        '```\n',
        '```a`\n',
        '- ',
        '\n',
        ' ',
        '\\',
        '>',
        '[',
      ],
      ...['fixes ', 'fixes\n', 'fixes:', 'fixes #', 'a/', 'a-', 'https://', '#', '## Changelog\n'],
      ...['**Changelog** more\n', '# Changelog\n- none\n'],
      ...['**', '** ', '**Changelog**\n', 'gh-', '1. ', '\t', 'x'],
    ].map((unit) => [unit]),
  )('of %j alone, in a hundred thousand characters, is read', (unit) => {
    const filled = unit.repeat(100_000 / unit.length);
    expect(readBody(filled, HERE).references).toEqual([]);
    expect(readBody(`fixes #1 ${filled}`, HERE).references).toHaveLength(1);
  });

  it('is read though a heading has nothing but blanks up to a line separator', () => {
    expect(note(`# ${' '.repeat(100_000)}\u2028x\n\n**Changelog** Fixed`)).toBe('Fixed');
  });

  it('is read though its runs of backticks all differ in length', () => {
    const runs = Array.from({ length: 400 }, (_, length) => '`'.repeat(length)).join(' ');
    expect(references(`${runs} fixes #1`)).toEqual([`closes ${HERE}#1`]);
  });
});

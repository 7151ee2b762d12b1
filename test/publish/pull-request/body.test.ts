import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOutdatedBody, newBody, updateBody } from '../../../src/publish/pull-request/body.ts';
import type { BodyFacts } from '../../../src/publish/pull-request/body-part.ts';
import { beginMarker, END } from '../../../src/publish/pull-request/markers.ts';
import { notifiedIn } from '../../support/conversation.ts';
import { foreignText } from '../../support/foreign-lines.ts';
import { runs } from '../../support/runs.ts';

const place = (first: number, last = first) => ({
  start: { line: first, column: 1 },
  end: { line: last, column: 2 },
});

const facts: BodyFacts = {
  file: {
    server: 'https://github.com',
    repository: 'acme/widgets',
    branch: 'devreport/2017-05-08',
    path: 'reports/2017-05-08.md',
  },
  commit: 'a'.repeat(40),
  isFirst: false,
  about: ['18 pull requests were merged.'],
  news: ['2 added: acme/gadgets#7, #12', '1 kept in your words: #9'],
  incomplete: ['acme/gadgets could not be read; ask @octocat.'],
  findings: [
    {
      severity: 'error',
      rule: 'link-target',
      message: 'Link text `#1769` contradicts its target `acme/widgets#1560`',
      place: place(41),
    },
  ],
};

const BEGIN = beginMarker(facts.commit);
const WIDEST = 65_536;

describe('the body of a pull request', () => {
  test('says what came, what to correct, how to edit, and what happens next', () => {
    expect(newBody(facts)).toMatchInlineSnapshot(`
      "<!-- devreport:begin aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa Each run writes anew what is down to devreport:end. Write above or below it. -->

      [\`reports/2017-05-08.md\`](https://github.com/acme/widgets/blob/devreport/2017-05-08/reports/2017-05-08.md) is the draft. 18 pull requests were merged\\.

      #### Since the last run

      - 2 added\\: \`acme/gadgets#7\`, \`#12\`
      - 1 kept in your words\\: \`#9\`

      #### Incomplete

      - acme/gadgets could not be read; ask \`@octocat\`\\.

      #### To correct

      - [Line 41](https://github.com/acme/widgets/blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/reports/2017-05-08.md?plain=1#L41), error: Link text \`#1769\` contradicts its target \`acme/widgets#1560\` (\`link-target\`)

      #### How to edit

      [Edit the report](https://github.com/acme/widgets/edit/devreport/2017-05-08/reports/2017-05-08.md), or push commits to \`devreport/2017-05-08\`. What you write stays: turn titles into sentences, move and delete entries as you like.

      #### What happens next

      - The next run adds what is new, and leaves your words alone.
      - Mark the pull request ready for review when you are done. Merging it publishes the report.
      - Close it to have no report this time.

      <!-- devreport:end -->"
    `);
  });

  test('of a first draft has no news', () => {
    const body = newBody({ ...facts, isFirst: true, incomplete: [], findings: [] });
    expect(body).not.toContain('Since the last run');
    expect(body).not.toContain('Incomplete');
    expect(body).toContain('`devreport check` found nothing.');
    expect(newBody({ ...facts, news: [], findings: null })).toContain('Nothing new.');
    expect(newBody({ ...facts, findings: null })).not.toContain('To correct');
  });

  test('leads to the file, whatever its name and branch', () => {
    const file = { ...facts.file, branch: 'we/ekly #1', path: 'docs/a (b)?.md' };
    const body = newBody({ ...facts, file, commit: null });
    expect(body).toContain(
      'https://github.com/acme/widgets/blob/we/ekly%20%231/docs/a%20%28b%29%3F.md?plain=1#L41)',
    );
    expect(body).toContain('/edit/we/ekly%20%231/docs/a%20%28b%29%3F.md)');
  });
});

// GitHub's names are not much longer.
const fileName = foreignText.map((text) => text.slice(0, 300));
const sentences = fc.array(foreignText, { maxLength: 4 });
const anyFacts: fc.Arbitrary<BodyFacts> = fc.record({
  file: fc.record({
    server: fc.constant('https://github.example.com'),
    repository: fc.constant('acme/widgets'),
    branch: fileName,
    path: fileName,
  }),
  commit: fc.constantFrom(null, 'b'.repeat(40)),
  isFirst: fc.boolean(),
  about: sentences,
  news: sentences,
  incomplete: sentences,
  findings: fc.option(
    sentences.map((messages) =>
      messages.map((message) => ({
        severity: 'warning' as const,
        rule: 'spelling' as const,
        message,
        place: place(3, 4),
      })),
    ),
  ),
});

const references = fc.constantFrom(
  ...[
    '@octocat',
    'cc @acme/team!',
    'fixes #12',
    'acme/widgets#12',
    'GH-12',
    'of 1234abc',
    'x@1234abcd',
  ],
  ...['https://github.com/acme/widgets/pull/12', 'see github.com/acme/widgets/issues/12.'],
  ...['https://github.com/acme/widgets/commit/1234567', 'a..b1234567...c7654321', '(#12), "@a"'],
);

/** What people write around devreport's part, or make of it. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(BEGIN, END, '<!-- devreport:begin -->', '```', '<!--', '', 'My words', '\r'),
      foreignText,
    ),
    { maxLength: 6 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((eol) => lines.join(eol)));

describe('a body that people and devreport share', () => {
  test('keeps every word outside of the markers, and has one part of devreport', () => {
    const notMarker = words.filter((text) => !/devreport:(?:begin|end)/.test(text));
    fc.assert(
      fc.property(notMarker, notMarker, anyFacts, anyFacts, (above, below, old, fresh) => {
        const start = above === '' ? '' : `${above}\n`;
        const rest = below === '' ? '' : `\n${below}`;
        const { text, isMarked } = updateBody(start + newBody(old) + rest, fresh);
        expect(isMarked).toBe(true);
        expect(text).toBe(start + newBody(fresh) + rest);
      }),
      runs(200),
    );
  });

  test('is left alone where a person removed, doubled or damaged the markers', () => {
    const part = newBody(facts);
    const theirs = [
      '',
      'My own words.',
      part.replace(BEGIN, ''),
      part.replace(END, ''),
      part.replace(END, `${END} and more`),
      part.replace('<!-- devreport:begin', '<!-- devreport begin'),
      `${part}\n${part}`,
      `${BEGIN}\n${part}\n${END}`,
      `${END}\n${BEGIN}`,
      `> ${part.replaceAll('\n', '\n> ')}`,
    ];
    for (const text of theirs)
      expect(updateBody(text, { ...facts, news: ['1 added: #99'] })).toEqual({
        text,
        isMarked: false,
      });
  });

  test('loses nothing, whatever a person makes of the markers', () => {
    fc.assert(
      fc.property(words, anyFacts, (text, fresh) => {
        const updated = updateBody(text, fresh);
        if (!updated.isMarked) expect(updated.text).toBe(text);
        const [above = ''] = text.split('<!-- devreport:begin');
        const below = text.split(/<!-- devreport:end.*?-->/).at(-1) ?? '';
        expect(updated.text.startsWith(above)).toBe(true);
        expect(updated.text.endsWith(below)).toBe(true);
      }),
      runs(150),
    );
  });

  test('is the same after the same run again', () => {
    fc.assert(
      fc.property(words, anyFacts, (text, fresh) => {
        const once = updateBody(`${text}\n${newBody(facts)}`, fresh);
        expect(updateBody(once.text, fresh)).toEqual(once);
      }),
      runs(200),
    );
  });

  test('knows the commit that it is about, and is not outdated where a person took the markers', () => {
    const body = newBody(facts).replaceAll('\n', '\r\n');
    expect(isOutdatedBody(body, facts.commit)).toBe(false);
    expect(isOutdatedBody(body, 'b'.repeat(40))).toBe(true);
    expect(isOutdatedBody(`<!-- devreport:begin -->\n${END}`, facts.commit)).toBe(true);
    expect(isOutdatedBody(body.replace(END, ''), 'b'.repeat(40))).toBe(false);
  });

  test('keeps the line endings of a body that was edited on GitHub', () => {
    const edited = `Hello\r\n${newBody(facts).replaceAll('\n', '\r\n')}\r\n\r\nBye`;
    expect(updateBody(edited, facts)).toEqual({ text: edited, isMarked: true });
  });
});

describe('foreign text in a body', () => {
  test('notifies nobody and refers to nothing', () => {
    expect(notifiedIn('cc @octocat, fixes #12 and GH-12 in 1234abc')).toHaveLength(3);
    fc.assert(
      fc.property(anyFacts, references, references, (fresh, one, other) => {
        const body = newBody({
          ...fresh,
          about: [...fresh.about, one],
          news: [`${one}: ${other}`, ...fresh.news],
          incomplete: [`${one}${other}`, ...fresh.incomplete],
        });
        expect(notifiedIn(body)).toEqual([]);
      }),
      runs(200),
    );
  });

  test('cannot forge a marker', () => {
    const marker = fc.constantFrom(BEGIN, END, `x\n${END}\n`, `\r${BEGIN}\r`, `\`${END}\``);
    fc.assert(
      fc.property(anyFacts, marker, (fresh, forged) => {
        const file = { ...fresh.file, path: forged };
        const body = newBody({ ...fresh, file, isFirst: false, news: [forged, ...fresh.news] });
        const lines = body.split(/\r\n|\r|\n/);
        expect(lines.filter((line) => line.startsWith('<!-- devreport:'))).toEqual([
          beginMarker(fresh.commit),
          END,
        ]);
        expect(updateBody(`a\n${body}\nb`, facts).text).toBe(`a\n${newBody(facts)}\nb`);
      }),
      runs(200),
    );
  });
});

describe('a long body', () => {
  const long = Array.from({ length: 400 }, (_, index) => `${index} ${'word '.repeat(100)}`);
  const many = { ...facts, about: long, news: long, incomplete: long };

  test('is cut, with a note', () => {
    const body = newBody(many);
    expect(body.length).toBeLessThanOrEqual(50_000);
    expect(body).toMatch(/\n- and 3\d\d more, left out here\n/);
    expect(body).toContain('#### What happens next');
    const fifty = newBody({ ...facts, news: Array.from({ length: 60 }, () => 'a') });
    expect(fifty).toContain('- and 10 more, left out here');
    const nearly = newBody({ ...facts, news: Array.from({ length: 51 }, () => 'a') });
    expect(nearly).not.toContain('left out');
  });

  test('leaves room for what a person wrote, and never is longer than GitHub takes', () => {
    fc.assert(
      fc.property(fc.nat(WIDEST - newBody(facts).length), (length) => {
        const above = `${'🎉'.repeat(length / 2)}\n`;
        const existing = above + newBody(facts);
        const { text, isMarked } = updateBody(existing, many);
        expect(isMarked).toBe(true);
        expect(text.startsWith(above)).toBe(true);
        expect(text.length).toBeLessThanOrEqual(WIDEST);
      }),
      runs(8),
    );
  });

  test('stays as it is where there is no room at all', () => {
    const existing = `${'x'.repeat(WIDEST - 200)}\n${BEGIN}\n${END}`;
    expect(updateBody(existing, facts)).toEqual({ text: existing, isMarked: true });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { cutMarkdown } from '../../../../src/commands/action/runner/cut-markdown.ts';
import { Secrets } from '../../../../src/commands/action/runner/secrets.ts';
import {
  type StepSummary,
  writeStepSummary,
} from '../../../../src/commands/action/runner/step-summary.ts';
import { parseMarkdown } from '../../../../src/markdown/processor.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { foreignText } from '../../../support/foreign-lines.ts';
import { runs } from '../../../support/runs.ts';

const NOTE = '**The rest is left out.**';

const summary: StepSummary = {
  title: 'Report of 2017-05-08',
  lines: ['Opened the pull request.'],
  warnings: [],
  report: '# Report\n\n- one\n',
  link: 'https://github.com/acme/widgets/blob/main/a.md',
};

async function written(
  { ...given }: Partial<StepSummary>,
  before = '',
  secrets: string[] = [],
): Promise<string> {
  const file = join(await temporaryFolder(), 'summary');
  writeFileSync(file, before);
  const variables = { GITHUB_STEP_SUMMARY: file };
  writeStepSummary({ ...summary, ...given }, new Secrets(secrets), variables);
  return readFileSync(file, 'utf8');
}

describe('the summary of a step', () => {
  test('has what the run did, and the report', async () => {
    expect(await written({ warnings: ['Missing: @octo and #12.'] }, '', ['Opened'])).toBe(
      [
        '## Report of 2017\\-05\\-08',
        '- \\*\\*\\* the pull request\\.',
        '### Warnings',
        '- Missing\\: `@octo` and `#12`\\.',
        '---',
        '# Report\n\n- one',
        '',
      ]
        .join('\n\n')
        .replaceAll('\\*\\*\\*', '***')
        .replaceAll('2017\\-05\\-08', '2017-05-08'),
    );
  });

  test('is never longer than GitHub shows, with what is already there', async () => {
    const report = `- ${'many words in '.repeat(60)}an entry with an ö\n`.repeat(400);
    const before = 'x'.repeat(800_000);
    const text = await written({ report }, before);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_048_576 - 1_200);
    expect(text).toMatch(/an entry with an ö\n\n\*\*The rest is left out here[^\n]*a\.md>\)\.\n$/);
  });

  test('is empty where there is no room', async () => {
    const before = 'x'.repeat(1_048_576 - 10);
    expect(await written({}, before)).toBe(before);
  });

  test('shows foreign text as text', async () => {
    await fc.assert(
      fc.asyncProperty(foreignText, foreignText, async (title, line) => {
        const { children } = parseMarkdown(
          await written({ title, lines: [line], warnings: [line] }),
        );
        expect(children.map(({ type }) => type)).toEqual([
          'heading',
          'list',
          'heading',
          'list',
          'thematicBreak',
          'heading',
          'list',
        ]);
      }),
      runs(100),
    );
  });
});

const blocks = fc.constantFrom(
  ...[
    'A paragraph of words.',
    '- one\n- two\n- three',
    '```js\nlet ö = "🎉";\n\nb\n```',
    '> quote',
  ],
  ...['<details><summary>More</summary>', '</details>', '~~~~\n</details>\n~~~~', '🎉'.repeat(9)],
  ...[
    '<!-- <details> -->',
    '<details>\n<details>',
    '1. a\n\n   ```\n   x\n   ```\n2. b',
    '# Title',
  ],
);

describe('Markdown that is cut', () => {
  test('is short enough, whole up to the cut, and leaves nothing open', () => {
    fc.assert(
      fc.property(
        fc.array(blocks, { maxLength: 12 }).map((all) => all.join('\n\n')),
        fc.nat(300),
        (text, most) => {
          const cut = cutMarkdown(text, most, NOTE);
          expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most);
          if (cut === text) return;
          if (cut === '') {
            expect(most).toBeLessThan(NOTE.length + 1);
            return;
          }
          expect(cut).not.toContain('\uFFFD');
          const kept = cut.slice(0, cut.lastIndexOf(NOTE)).replace(/(?:\n*<\/details>)*\n*$/, '');
          expect(text.startsWith(kept)).toBe(true);
          const { children } = parseMarkdown(cut);
          const last = children.at(-1);
          expect(last?.type).toBe('paragraph');
          expect(openIn(cut)).toBeLessThanOrEqual(0);
        },
      ),
      runs(500),
    );
  });
});

/** How many details a text leaves open. */
function openIn(text: string): number {
  let open = 0;
  visit(parseMarkdown(text), 'html', ({ value }) => {
    if (value.startsWith('<!--')) return;
    open += value.split('<details>').length - value.split('</details>').length;
  });
  return open;
}

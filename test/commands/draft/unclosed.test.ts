import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withRecord } from '../../../src/report/draft/draft-record.ts';
import { snapshot } from '../../support/snapshot.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { recordIn } from '../../support/report.ts';
import { devreport } from '../../support/run.ts';

const SAMPLE = ['--week', '2017-05-08', '--source', 'sample'];
const file = 'reports/2017-05-08.md';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Openings that swallow all that follows, even the record. */
const unclosed: [what: string, text: string][] = [
  ['comment', '<!-- to do'],
  ['HTML element', '<pre>'],
  ['HTML element', '<script>'],
  ['HTML element', '<style>'],
  ['HTML element', '<textarea>'],
  ['HTML element', '<?php'],
  ['HTML element', '<![CDATA['],
  ['code block', '```'],
  ['code block', '~~~ text'],
];

describe('text that is never closed', () => {
  test.each(unclosed)(
    'a %s, `%s`, in an option is refused, by its name and line',
    async (what, text) => {
      for (const [option, value] of [
        ['introduction', `Words.\n\n${text}\n`],
        ['closing[1].text', `Words.\n\n${text}\n`],
      ] as const) {
        const config =
          option === 'introduction'
            ? { introduction: value }
            : {
                closing: [
                  { title: 'A' },
                  { title: 'B', text: value },
                  { title: 'C', text: '</pre>' },
                ],
              };
        const cwd = await folderOf({ 'devreport.yml': JSON.stringify(config) });
        const { code, stdout, stderr } = await devreport(cwd, [...SAMPLE, '-o', '-']);
        expect(code).toBe(2);
        expect(stdout).toBe('');
        expect(stderr).toContain(
          `devreport.yml: the text of ${option} begins a ${what} in line 3 and never closes it.`,
        );
      }
    },
  );

  test.each(unclosed)('a %s, `%s`, in a template is refused, by its name', async (what, text) => {
    const cwd = await folderOf({ 'own.hbs': `# {{title}}\n\nWords.\n\n${text}\n` });
    const { code, stderr } = await devreport(cwd, [...SAMPLE, '--template', 'own.hbs', '-o', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `The template own.hbs cannot be used: its draft begins a ${what} in line 5 and never closes it. Nothing was written.`,
    );
  });

  test('a record in an option or a template is refused', async () => {
    const text = '<!-- devreport record: mine\n{}\n-->';
    const cwd = await folderOf({
      'devreport.yml': JSON.stringify({ introduction: text }),
      'other.yml': '{}',
      'own.hbs': `# {{title}}\n\n${text}\n\nWords.\n`,
    });
    const option = await devreport(cwd, [...SAMPLE, '-o', '-']);
    expect(option.stderr).toContain('introduction has the beginning of a record.');
    const template = await devreport(cwd, [
      ...[...SAMPLE, '-o', '-', '--config', 'other.yml', '--template', 'own.hbs'],
    ]);
    expect(template.stderr).toContain('its draft has the beginning of a record.');
  });

  test('a draft of the library is refused, too', () => {
    expect(() => withRecord('# A\n\n<!-- open\n', snapshot())).toThrow(
      expect.objectContaining({ code: 'template-unclosed' }),
    );
  });

  test('in titles it is text, and closed elements are fine: the next run finds the record', async () => {
    const titles = unclosed.map(([, text]) => ({
      title: text,
      text: '<details>\n\n- ```\n  code',
    }));
    const config = {
      title: '<!-- ```',
      introduction: '<!-- closed -->\n\n<pre>\n\n</pre>\n\n```\ncode\n```\n\n> <!-- of a quote',
      closing: titles,
      sections: [{ title: '<pre>', id: 'a' }],
    };
    const cwd = await folderOf({ 'devreport.yml': JSON.stringify(config) });
    expect((await devreport(cwd, SAMPLE)).code).toBe(0);
    const text = await readFile(join(cwd, file), 'utf8');
    expect(recordIn(text)?.sections.length).toBeGreaterThan(3);
    const again = await devreport(cwd, SAMPLE);
    expect(again.stderr).toContain('Nothing new: the report stays as it is.');
  });

  test('data needs no place for a record', async () => {
    const cwd = await folderOf({ 'devreport.yml': JSON.stringify({ introduction: '<pre>' }) });
    expect((await devreport(cwd, [...SAMPLE, '--format', 'json', '-o', '-'])).code).toBe(0);
  });
});

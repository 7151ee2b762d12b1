import { readReport } from '../../../src/report/report.ts';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../src/check/check-report.ts';
import { formatGitHub } from '../../../src/check/format/github.ts';
import { type FindingJson, formatJson } from '../../../src/check/format/json.ts';
import { formatText } from '../../../src/check/format/text.ts';
import { alone } from '../world.ts';

const options = { ...alone, repository: 'linuxkit/linuxkit' };

function checked(text: string, path = 'reports/2017-05-08.md') {
  return { path, findings: checkReport(readReport({ path, text }), options) };
}

const text = '## Blogs\n\nSee #1318, (docs)[https://example.com/docs] and `a` ``b`.\n';

describe('text', () => {
  test('is readable, by file', () => {
    expect(
      formatText([checked(text), checked('Fine\n', 'reports/2017-05-15.md')], { color: false }),
    ).toMatchInlineSnapshot(`
      "reports/2017-05-08.md
      3:5-3:10  warning Unlinked reference \`#1318\`; GitHub links it in comments, but not in files                               bare-reference  devreport
      3:12-3:44 error   Broken link \`(docs)[https://example.com/docs]\`; put its text in brackets and its address in parentheses link-syntax     devreport
      3:53-3:55 warning Unmatched backticks                                                                                     unbalanced-code devreport

      reports/2017-05-15.md: no issues found

      3 messages (✖ 1 error, ⚠ 2 warnings)
      "
    `);
  });

  test('shows nothing that could change a terminal', () => {
    const hostile = '- [\u001b[31m#12](https://github.com/a/b/pull/13) @x\u202e]\n';
    const shown = formatText([checked(hostile, 'a\u001b[2J\n.md')], { color: false });
    expect(shown).toContain('#12');
    // eslint-disable-next-line no-control-regex -- the test proves their absence
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(shown.split('\n')[0]).toBe('a[2J .md');
  });
});

describe('json', () => {
  test('is one array of all files’ findings', () => {
    const findings = JSON.parse(formatJson([checked(text), checked('Fine\n')])) as FindingJson[];
    expect(findings[0]).toEqual({
      file: 'reports/2017-05-08.md',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 10,
      rule: 'bare-reference',
      severity: 'warning',
      message: 'Unlinked reference `#1318`; GitHub links it in comments, but not in files',
      suggestion: '[#1318](https://github.com/linuxkit/linuxkit/issues/1318)',
    });
    expect(findings).toHaveLength(3);
    expect(formatJson([])).toBe('[]\n');
  });

  test('suggests nothing where the fix is a deletion', () => {
    const [finding] = JSON.parse(formatJson([checked('- By @deitch].\n')])) as FindingJson[];
    expect(finding?.suggestion).toBe('');
  });
});

describe('github', () => {
  test('annotates the lines', () => {
    expect(formatGitHub([checked('See #1318.\n')])).toBe(
      '::warning file=reports/2017-05-08.md,line=1,endLine=1,col=5,endColumn=10,title=devreport%3A bare-reference::Unlinked reference `#1318`; GitHub links it in comments, but not in files\n',
    );
  });

  test('escapes what the runner would read', () => {
    const out = formatGitHub([checked('See #1318.\n', 'a,b:c%d\r\n::error::x.md')]);
    expect(out.split('\n')).toHaveLength(2);
    expect(out).toContain('file=a%2Cb%3Ac%25d%0D%0A%3A%3Aerror%3A%3Ax.md,');
    const title = formatGitHub([
      checked('[100%\r::set-env name=x::#12]: https://github.com/a/b/pull/12\n'),
    ]);
    expect(title.split(/[\r\n]/)).toHaveLength(2);
  });

  test('shows ten of a kind, as GitHub does, of which the last counts the rest', () => {
    const many = (count: number) =>
      checked(Array.from({ length: count }, (_, index) => `See [#1${index + 100}].\n`).join('\n'));
    const lines = (count: number) =>
      formatGitHub([many(count)])
        .trimEnd()
        .split('\n');
    expect(lines(10)).toHaveLength(10);
    expect(lines(10)[9]).toContain('line=19,');
    expect(lines(13)).toHaveLength(10);
    expect(lines(13)[8]).toContain('line=17,');
    expect(lines(13)[9]).toBe(
      '::error title=devreport::4 more of severity error: no-undefined-references 4',
    );
  });
});

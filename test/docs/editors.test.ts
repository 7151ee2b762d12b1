import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { formatJson } from '../../src/check/format/json.ts';
import { formatText } from '../../src/check/format/text.ts';
import { readReport } from '../../src/report/report.ts';
import { exampleOptions } from '../check/world.ts';
import { readDocument } from './documents.ts';

const path = 'reports/2017-05-08.md';
const text =
  '# Report\n\n- Words [#12](https://github.com/a/b/pull/13)\n\nSee #1318 on github:  it is `an\n';
const { tree } = await readDocument('docs/editors.md');
const findings = checkReport(readReport({ path, text }), {
  ...(await exampleOptions()),
  facts: null,
});

function block(lang: string): string {
  let found = '';
  visit(tree, 'code', (node) => {
    if (node.lang === lang) found = node.value;
  });
  return found;
}

interface Pattern {
  regexp: string;
  loop?: true;
  [group: string]: string | number | boolean | undefined;
}

/** As VS Code reads the lines of a task: the first pattern, then the last one as often as it matches. */
function problemsIn(output: string, [first, second]: readonly Pattern[]) {
  let file: string | null = null;
  return output.split('\n').flatMap((line) => {
    const found = file === null ? null : new RegExp(second?.regexp ?? '').exec(line);
    if (!found) {
      file = new RegExp(first?.regexp ?? '').exec(line)?.[Number(first?.['file'])] ?? null;
      return [];
    }
    const group = (name: string) => found[Number(second?.[name])];
    return [
      {
        file,
        at: ['line', 'column', 'endLine', 'endColumn'].map((name) => Number(group(name))),
        severity: group('severity'),
        message: group('message'),
        code: group('code'),
      },
    ];
  });
}

test('the problem matcher for VS Code reads every line that check prints', () => {
  const tasks = JSON.parse(block('json')) as {
    tasks: { problemMatcher: { pattern: Pattern[] } }[];
  };
  const checked = [
    { path: 'fine.md', findings: [] },
    { path: 'other report.mdx', findings: findings.slice(0, 1) },
    { path, findings },
  ];
  const output = formatText(checked, { color: false });
  const expected = findings.map(({ place: { start, end }, severity, message, rule }) => ({
    file: path,
    at: [start.line, start.column, end.line, end.column],
    severity,
    message,
    code: rule,
  }));
  expect(expected.map(({ severity }) => severity)).toEqual(
    expect.arrayContaining(['error', 'warning', 'info']),
  );
  expect(problemsIn(output, tasks.tasks[0]?.problemMatcher.pattern ?? [])).toEqual([
    { ...expected[0], file: 'other report.mdx' },
    ...expected,
  ]);
});

test('the linter for Neovim names what the JSON has', () => {
  const lua = block('lua');
  const names = [...lua.matchAll(/finding\.(\w+)/g)].map(([, name = '']) => name);
  const [finding = {}] = JSON.parse(formatJson([{ path, findings }])) as object[];
  expect(names.length).toBeGreaterThan(5);
  expect(Object.keys(finding)).toEqual(expect.arrayContaining(names));
});

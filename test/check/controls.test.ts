import { readReport } from '../../src/report/report.ts';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { fix } from '../../src/check/fix.ts';
import { linesOf } from './lines.ts';
import { alone } from './world.ts';

const options = { ...alone, repository: 'linuxkit/linuxkit' };
const found = (text: string, severities: (typeof alone)['severities'] = {}) =>
  linesOf(checkReport(readReport({ path: 'report.md', text }), { ...options, severities }));

const slip = 'See #1318.\n';

describe('comments', () => {
  test('disable a rule from there on, and enable it again', () => {
    const text = `${slip}\n<!-- lint disable bare-reference -->\n\n${slip}\n<!-- lint enable bare-reference -->\n\n${slip}`;
    expect(found(text).map((line) => line.split(' ')[0])).toEqual(['1:5', '9:5']);
  });

  test('disable rules in the next block, also in a list', () => {
    expect(found(`<!-- lint ignore bare-reference spelling -->\n\n${slip}\n${slip}`)).toHaveLength(
      1,
    );
    expect(
      found('- <!-- lint ignore bare-reference -->\n  See #1318.\n- See #1319.\n'),
    ).toHaveLength(1);
  });

  test('without a rule apply to all of them', () => {
    expect(found(`<!-- lint disable -->\n\n${slip}\n##\u00A0No heading\n`)).toEqual([]);
  });

  test('without a rule leave the text above them alone', () => {
    const text = `${slip}\n<!-- lint disable -->\n\n${slip}`;
    expect(found(text).map((line) => line.split(' ')[0])).toEqual(['1:5']);
    const ignored = `${slip}\n<!-- lint ignore -->\n\n${slip}\n${slip}`;
    expect(found(ignored).map((line) => line.split(' ')[0])).toEqual(['1:5', '7:5']);
  });

  test('one below the other apply to the same block', () => {
    const text = `<!-- lint ignore bare-reference -->\n<!-- lint ignore no-undefined-references -->\n\nSee #1318 and [#12].\n`;
    expect(found(text)).toEqual([]);
  });

  test('keep the other findings of a rule', () => {
    const ignore = (rule: string) => `<!-- lint ignore ${rule} -->\n\n`;
    const editor = '<!-- editor: Write this. -->\n\n';
    expect(found(`${ignore('leftover-instruction')}${editor}${editor}Text\n`)).toEqual([
      '5:1 warning leftover-instruction: Leftover comment for the editor; delete it when done',
    ]);
    expect(found(`${ignore('invisible-character')}a\u200Bb\n\nc\u200Bd\n`)).toEqual([
      '5:2 warning invisible-character: Invisible character `U+200B ZERO WIDTH SPACE`',
    ]);
  });

  test('keep --fix off, too', () => {
    const text = `<!-- lint disable bare-reference -->\n\n${slip}`;
    expect(fix(readReport({ path: 'report.md', text }), options)).toMatchObject({ text, count: 0 });
  });

  test('keep --fix off where they are, and only there', () => {
    const text = `- [#12]\n\n<!-- lint ignore no-undefined-references -->\n\n- [#12]\n`;
    expect(fix(readReport({ path: 'report.md', text }), options).text).toBe(
      text.replace('[#12]', '[#12](https://github.com/linuxkit/linuxkit/issues/12)'),
    );
  });

  test('with a mistake are reported, and disable nothing', () => {
    expect(found(`<!-- lint disable bare-refs -->\n\n${slip}`)).toEqual([
      '1:1 warning control-comment: Unknown rule `bare-refs`',
      '3:5 warning bare-reference: Unlinked reference `#1318`; GitHub links it in comments, but not in files',
    ]);
    expect(found(`<!-- lint silence bare-reference -->\n\n${slip}`)).toEqual([
      '1:1 warning control-comment: Unknown verb `silence` in a lint comment; use `enable`, `disable` or `ignore`',
      '3:5 warning bare-reference: Unlinked reference `#1318`; GitHub links it in comments, but not in files',
    ]);
  });

  test('with a mistake do not affect the others', () => {
    const text = `<!-- lint nonsense -->\n\n<!-- lint ignore bare-referenc bare-reference -->\n\n${slip}\n<!-- lint -->\n\n<!-- lint disable spelling, bare-reference -->\n\n${slip}`;
    expect(found(text)).toEqual([
      '1:1 warning control-comment: Unknown verb `nonsense` in a lint comment; use `enable`, `disable` or `ignore`',
      '3:1 warning control-comment: Unknown rule `bare-referenc`; did you mean `bare-reference`?',
      '7:1 warning control-comment: Missing verb in a lint comment; use `enable`, `disable` or `ignore`',
    ]);
  });

  test('are quoted without control characters', () => {
    const [line] = found('<!-- lint off="\u001b[31mred" -->\n\nText\n');
    expect(line).toContain('Unknown verb `off="[31mred"`');
  });

  test('of other tools, and the editor’s own, are left alone', () => {
    expect(
      found('<!-- prettier-ignore -->\n\n<!-- lint the report on Friday -->\n\nText\n'),
    ).toHaveLength(1);
    expect(found('<!-- prettier-ignore -->\n\n<!-- linting -->\n\nText\n')).toEqual([]);
  });

  test('work around text without a node', () => {
    const broken = 'See (the docs)[https://example.com/docs] by #1318.\n';
    expect(found(broken).map((line) => line.split(' ')[2])).toEqual([
      'link-syntax:',
      'bare-reference:',
    ]);
    expect(found(`<!-- lint disable link-syntax -->\n\n${broken}`)).toHaveLength(1);
  });
});

test('a finding in the last characters of a report is reported', () => {
  expect(found('Text, [a link](#nowhere)')).toEqual([
    '1:16 error anchor: Missing heading `#nowhere`',
  ]);
});

describe('severities', () => {
  test('are the config’s', () => {
    expect(found(slip, { 'bare-reference': 'error' })[0]).toContain('error');
    expect(found(slip, { 'bare-reference': 'info' })[0]).toContain('info');
    expect(found(slip, { 'bare-reference': 'off' })).toEqual([]);
  });
});

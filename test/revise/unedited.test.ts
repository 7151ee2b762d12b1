import { describe, expect, test } from 'vitest';
import { pull } from '../support/snapshot.ts';
import { type Facts, Series } from './support.ts';

const series = new Series();
const before: Facts = { pullRequests: [pull(1)] };
const after: Facts = { pullRequests: [pull(1), pull(2)] };
const draft = series.draft(before);

describe('a draft that nobody edited, but for', () => {
  test.each<[string, (text: string) => string]>([
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['other line endings', (text) => text.replaceAll('\n', '\r\n')],
    ['one other line ending', (text) => text.replace(/\n(?=## Blogs)/, '\r\n')],
    ['a blank line at its start', (text) => `\n${text}`],
    ['a blank line above its record', (text) => text.replace(/(?=<!-- devreport record)/, '\n')],
    ['a blank line at its end', (text) => `${text}\n`],
    ['its last newline', (text) => text.trimEnd()],
    ['a letter', (text) => text.replace('weekly', 'Weekly')],
  ])('%s, is the fresh draft but for that', (_, edit) => {
    const edited = edit(draft);
    const { text } = series.rerun(edited, after);
    const record = /<!-- devreport record[^]*?-->/;
    const expected = edit(series.draft(after));
    expect(text.replace(record, '')).toBe(expected.replace(record, ''));
    expect(edited).not.toBe(draft);
    expect(text).not.toBe(series.draft(after));
  });
});

import { readReport } from '../../src/report/report.ts';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { loadSample, SAMPLE_REPOSITORY, savedSource } from '../../src/collect/saved.ts';
import { withRecord } from '../../src/report/draft/draft-record.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config, report } from '../support/report.ts';
import { gather } from '../../src/check/format/gather.ts';
import { linesOf } from './lines.ts';
import { alone, exampleOptions, exampleSnapshot, pull } from './world.ts';

const path = 'reports/2017-05-08.md';

async function draftOf(snapshot: Snapshot): Promise<string> {
  return withRecord(await report(snapshot), snapshot);
}

async function rulesFor(text: string, snapshot: Snapshot): Promise<string[]> {
  const options = { ...(await exampleOptions()), facts: new Facts(snapshot, config()) };
  const found = gather(checkReport(readReport({ path, text }), options));
  return found.map(({ rule }) => rule);
}

describe('an unedited draft', () => {
  test('is reported as such, with its comments for the editor', async () => {
    const sample = await loadSample();
    const { signal } = new AbortController();
    const snapshot = await savedSource(sample, 'the sample').collect(
      [SAMPLE_REPOSITORY],
      sample.period,
      signal,
    );
    const text = await draftOf(snapshot);
    const options = { ...(await exampleOptions()), facts: new Facts(snapshot, config()) };
    expect(linesOf(gather(checkReport(readReport({ path, text }), options)))).toEqual([
      '1:1 info section-untouched: This draft was never edited',
      expect.stringMatching(
        /^\d+:1 warning leftover-instruction: \d+ leftover comments for the editor; delete them when done$/,
      ),
    ]);
  });

  test('is not blamed for the titles of others', async () => {
    const snapshot = exampleSnapshot();
    const [first] = snapshot.pullRequests;
    if (first) first.title = 'unify nameing (of containers, see #12345 and the `run options [RFC';
    expect(await rulesFor(await draftOf(snapshot), snapshot)).toEqual([
      'section-untouched',
      'leftover-instruction',
    ]);
  });
});

describe('an edited draft', () => {
  const edit = (draft: string) =>
    draft.replace(/<!-- editor:[^]*?-->\n*/g, '').replace('# Development report', '# Report');

  test('is reported with its untouched sections', async () => {
    const snapshot = exampleSnapshot();
    const [first] = snapshot.pullRequests;
    if (first) first.labels = ['area/testing'];
    const text = edit(await draftOf(snapshot));
    const options = { ...(await exampleOptions()), facts: new Facts(snapshot, config()) };
    const sections = (edited: string) =>
      linesOf(checkReport(readReport({ path, text: edited }), options)).filter((line) =>
        line.includes('untouched'),
      );
    expect(sections(text)).toEqual([
      expect.stringMatching(
        /^\d+:1 info section-untouched: Section `PRs merged › Kernel` was never edited$/,
      ),
      expect.stringMatching(/Section `PRs merged › Testing` was never edited$/),
      expect.stringMatching(/Section `PRs merged › Issues` was never edited$/),
    ]);
    expect(
      sections(text.replace('Item 1763', 'A new base image').replace('Item 1757', 'Tests')),
    ).toEqual([expect.stringContaining('Section `PRs merged › Issues` was never edited')]);
  });

  test('may leave out entries that the draft offered, but not later ones', async () => {
    const snapshot = exampleSnapshot();
    const text = edit(await draftOf(snapshot)).replace(/^- Item 1763.*\n/m, '');
    expect(await rulesFor(text, snapshot)).not.toContain('merged-without-entry');
    snapshot.pullRequests.push(pull(1775, 'deitch', '2017-05-06T10:00:00Z'));
    expect(await rulesFor(text, snapshot)).toContain('merged-without-entry');
  });

  test('may leave out items that the config excludes', () => {
    const snapshot = exampleSnapshot();
    const text = '# Report\n\n- Builds [#1757](https://github.com/linuxkit/linuxkit/pull/1757)\n';
    const facts = new Facts(snapshot, config({ exclude: { authors: ['justincormack'] } }));
    expect(checkReport(readReport({ path, text }), { ...alone, facts })).toEqual([]);
  });
});

describe('incomplete facts', () => {
  test('do not show that something was not merged', () => {
    const snapshot = { ...exampleSnapshot(), complete: false };
    const text =
      '## PRs merged\n\n- Tests [#1](https://github.com/linuxkit/linuxkit/pull/1) [#1757](https://github.com/linuxkit/linuxkit/pull/1757) [#1763](https://github.com/linuxkit/linuxkit/pull/1763)\n';
    const facts = new Facts(snapshot, config());
    expect(checkReport(readReport({ path, text }), { ...alone, facts })).toEqual([]);
  });
});

import { readReport } from '../../src/report/report.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { fix } from '../../src/check/fix.ts';
import { loadSample, SAMPLE_REPOSITORY, savedSource } from '../../src/collect/saved.ts';
import { config } from '../support/report.ts';
import { linesOf } from './lines.ts';
import { alone, checkoutOf, shippedDictionary } from './world.ts';

const path = 'reports/2017-05-08.md';
const text = readFileSync(new URL('../seed/2017-05-08.md', import.meta.url), 'utf8');

const checkout = checkoutOf({ 'tools/alpine/README.md': '', [path]: text });

async function facts(): Promise<Facts> {
  const sample = await loadSample();
  const { signal } = new AbortController();
  const snapshot = await savedSource(sample, 'the sample').collect(
    [SAMPLE_REPOSITORY],
    sample.period,
    signal,
  );
  return new Facts(snapshot, config());
}

test('finds the mistakes of a report that was published, and hardly more', async () => {
  const dictionary = await shippedDictionary();
  const options = { ...alone, checkout, dictionary, facts: await facts() };
  expect(linesOf(check(readReport({ path, text }), options))).toEqual([
    '1:1 info merged-without-entry: 11 pull requests merged in the period are in no entry: `#1744`, `#1750`, `#1748`, `#1749`, `#1753`, `#1756`, `#1762`, `#1766`, `#1769`, `#1770` and `#1655`.',
    '35:166 warning link-kind: `#1732` is an issue, but linked as a pull request.',
    '35:239 warning unbalanced-brackets: `]` closes nothing.',
    '41:58 error link-target: The text says `#1769`, the link leads to `linuxkit/linuxkit#1560`.',
    '46:26 error relative-link: There is no `reports/tools/alpine`; from here it is `../tools/alpine/`.',
    '55:1 info unordered-list-marker-style: 7 entries have another bullet than the first, which has `-`.',
    '63:207 warning unbalanced-brackets: `])` closes nothing.',
    '67:86 warning spelling: `imrpoved` is no word; did you mean `improved`?',
  ]);
});

test('does without facts, files and dictionary', () => {
  expect(linesOf(check(readReport({ path, text }), alone))).toEqual([
    '35:239 warning unbalanced-brackets: `]` closes nothing.',
    '41:58 error link-target: The text says `#1769`, the link leads to `linuxkit/linuxkit#1560`.',
    '55:1 info unordered-list-marker-style: 7 entries have another bullet than the first, which has `-`.',
    '63:207 warning unbalanced-brackets: `])` closes nothing.',
  ]);
});

test('repairs what has one right answer, and not a byte more', async () => {
  const options = { ...alone, checkout, facts: await facts() };
  const repaired = text
    .replace('pull/1732', 'issues/1732')
    .replace('@fntlnz].', '@fntlnz.')
    .replace('pull/1560', 'pull/1769')
    .replace('(tools/alpine/)', '(../tools/alpine/)')
    .replace('@ajeetraina]).', '@ajeetraina.');
  expect(fix(readReport({ path, text }), options)).toMatchObject({ text: repaired, count: 5 });
});

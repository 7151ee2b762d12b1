import { readReport } from '../../src/report/report.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { fix } from '../../src/check/fix.ts';
import { loadSample, SAMPLE_REPOSITORY, savedSource } from '../../src/collect/saved.ts';
import { config } from '../support/report.ts';
import { gather } from '../../src/check/format/gather.ts';
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
  expect(linesOf(gather(checkReport(readReport({ path, text }), options)))).toEqual([
    '1:1 info merged-without-entry: 11 pull requests merged in the period have no entry: `#1744`, `#1750`, `#1748`, `#1749`, `#1753`, `#1756`, `#1762`, `#1766`, `#1769`, `#1770` and `#1655`',
    '35:166 warning link-kind: `#1732` is an issue, but linked as a pull request',
    '35:239 warning unbalanced-brackets: Unmatched `]`',
    '41:58 error link-target: Link text `#1769` contradicts its target `linuxkit/linuxkit#1560`',
    '46:26 error relative-link: Missing file `reports/tools/alpine`; did you mean `../tools/alpine/`?',
    '55:1 info unordered-list-marker-style: 7 bullets differ from the first one: `*`',
    '63:207 warning unbalanced-brackets: Unmatched `])`',
    '67:86 warning spelling: Unknown word `imrpoved`; did you mean `improved`?',
  ]);
});

test('does without facts, files and dictionary', () => {
  expect(linesOf(gather(checkReport(readReport({ path, text }), alone)))).toEqual([
    '35:239 warning unbalanced-brackets: Unmatched `]`',
    '41:58 error link-target: Link text `#1769` contradicts its target `linuxkit/linuxkit#1560`',
    '55:1 info unordered-list-marker-style: 7 bullets differ from the first one: `*`',
    '63:207 warning unbalanced-brackets: Unmatched `])`',
  ]);
});

test('fixes what has one right answer, and not a byte more', async () => {
  const options = { ...alone, checkout, facts: await facts() };
  const fixed = text
    .replace('pull/1732', 'issues/1732')
    .replace('@fntlnz].', '@fntlnz.')
    .replace('pull/1560', 'pull/1769')
    .replace('(tools/alpine/)', '(../tools/alpine/)')
    .replace('@ajeetraina]).', '@ajeetraina.');
  // The sixth is the entry of the pull request that the fixed link leads to.
  expect(fix(readReport({ path, text }), options)).toMatchObject({ text: fixed, count: 6 });
});

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../src/check/check-report.ts';
import { noNeighbours } from '../../../src/check/context/neighbours.ts';
import { wordUseOf } from '../../../src/check/spelling/word-use.ts';
import { ruleIds } from '../../../src/config/check-rules.ts';
import { readReport } from '../../../src/report/report.ts';
import { alone, shippedDictionary } from '../world.ts';

const others = ruleIds.filter((id) => id !== 'spelling');
const severities = Object.fromEntries(others.map((id) => [id, 'off' as const]));

/** The unknown words of a report between others, each once. */
async function unknownIn(text: string, beside: readonly string[] = []): Promise<string[]> {
  const dictionary = await shippedDictionary();
  const neighbours = { ...noNeighbours, words: () => beside.map(wordUseOf) };
  const report = readReport({ path: 'report.md', text: `# This month\n\n${text}\n` });
  const found = checkReport(report, { ...alone, dictionary, neighbours, severities });
  return [...new Set(found.map(({ group }) => group ?? ''))];
}

/** One slip away from words that everybody knows, as names of projects are. */
const names = 'consil notebok browsr containr';

describe('a word is known', () => {
  test('unless it is one slip away from a common word', async () => {
    expect(
      await unknownIn(`The ${names}, and doesnt, mergd, fot, wich and interruptable.`),
    ).toEqual([...names.split(' '), ...['doesnt', 'mergd', 'fot', 'wich', 'interruptable']]);
    expect(
      await unknownIn('A reedline, a lakehouse, kache, stylo, merch and supervisord.'),
    ).toEqual([]);
  });

  test.each([
    ['of an address', 'See [the site](https://example.org/consil), where the consil is.'],
    ['of a link that links itself', 'On https://consil.example.org is the consil.'],
    ['of code', 'The consil has `Consil::new()`, and `openConsil`.'],
    ['of HTML', 'The consil has <Consil/> as its component.'],
    ['of a login', 'The consil is by @consil.'],
    ['of a person, linked to', '#### By [Consil Notebok](https://github.com/cnote)'],
    ['of a file system, a database or a tool', 'Fix bindfs, netfs, packagefs and bootctl.'],
    ['in another form', 'We stopped blocklisting what was blocklisted.'],
    ['with a capital in a sentence', 'Consil is out. Try the new Consil.'],
    ['with a capital in bold', 'We have **Consil** now. Consil is out.'],
    ['joined to another unknown one', 'We use consil-ng and xyzzy-consil.'],
    ['that ends before code', 'We use consil`::new`.'],
    ['that was cut off', 'A title of somebody, with cons and consil…'],
  ])('%s', async (_, text) => {
    expect(await unknownIn(text)).toEqual([]);
  });

  test.each([
    ['a fragment', 'See [below](#a-slippd-heading), a slippd one.'],
    ['a title in an address', 'A slippd one: [it](https://example.org/2026/why-slippd-is-a-word).'],
    ['a heading', 'A slippd one.\n\n## News Of Slippd\n\nText.'],
  ])('but not by %s', async (_, text) => {
    expect(await unknownIn(text)).toEqual(['slippd']);
  });

  test('when it is used three times, unless it is a plain slip', async () => {
    const thrice = (word: string) => `The ${word} of a ${word} is a ${word}.`;
    expect(await unknownIn('We have minmaxes and a tunner.')).toEqual(['tunner']);
    expect(await unknownIn(thrice('tunner'))).toEqual([]);
    expect(await unknownIn(thrice('recieve'))).toEqual(['recieve']);
  });
});

describe('the reports beside one', () => {
  const beside = (text: string) => [`# Last month\n\n${text}\n`, '# Next month\n'];

  test.each(['See `consil`.', 'See https://consil.example.org.', 'By @consil.', 'The new Consil.'])(
    'know a name: %s',
    async (text) => {
      expect(await unknownIn('We have consil.', beside(text))).toEqual([]);
    },
  );

  test('know a word that they use', async () => {
    expect(await unknownIn('We have a tunner.', beside('This tunner again.'))).toEqual([]);
  });

  test('know a short name, but no swapped letters', async () => {
    const month = 'apl fixed teh boot.';
    expect(await unknownIn(month)).toEqual(['apl', 'teh']);
    expect(await unknownIn(month, beside(month))).toEqual(['teh']);
  });

  test.each(['bootstraping', 'compatiblity', 'doesnt', 'mergd', 'occured', 'recieve', 'seperate'])(
    'do not excuse %s, however often it is there',
    async (slip) => {
      const month = `We have ${slip} it, and ${slip} it again.`;
      expect(await unknownIn(month, [month, month, month])).toEqual([slip]);
    },
  );
});

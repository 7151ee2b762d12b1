import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { parseConfig } from '../../src/config/config.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { sentenceKinds, sentenceNames } from '../../src/config/schema/sentences-schema.ts';
import { loadLocale } from '../../src/period/locale.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { render } from '../../src/render/render.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { bot, pull, snapshot } from '../support/snapshot.ts';

async function weekly(config: ConfigInput, facts: Partial<Snapshot> = {}): Promise<string> {
  const { config: parsed, issues } = parseConfig(config);
  if (!parsed) throw new Error(issues.map(({ message }) => message).join('\n'));
  await loadLocale(parsed.locale);
  return render(compose(snapshot(facts), parsed, 7), await loadTemplate('weekly', '.'));
}

const templates = ['templates', 'templates/partials'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
);

describe('the sentences of the config', () => {
  test('replace those of the layout, with their placeholders', async () => {
    const sentences = { ordinal: 'Bericht Nr. {number:3} vom {date:D. MMMM}.' };
    expect(await weekly({ locale: 'de', sentences })).toContain('Bericht Nr. 008 vom 8. Mai. Feel');
  });

  test('leave out what is empty', async () => {
    expect(await weekly({ sentences: { ordinal: '' } })).toContain('\n\nFeel free');
  });

  test('have plural forms', async () => {
    const pullRequests = [1, 2].map((number) => pull(number, { author: bot('mend') }));
    const sentences = { routine: '{count:ein PR|# PRs} von {people}' };
    expect(await weekly({ sentences, bumps: 'list' }, { pullRequests })).toContain(
      '2 PRs von mend',
    );
    const one = { pullRequests: pullRequests.slice(0, 1) };
    expect(await weekly({ sentences, bots: 'collapse' }, one)).not.toContain('PRs von');
  });

  test('never let a value become a placeholder or Markdown', async () => {
    const pullRequests = [pull(1, { base: '{number} *x*' })];
    const text = await weekly(
      { sentences: { branch: 'nach {branch}' } },
      { pullRequests, defaultBranches: [{ repository: 'linuxkit/linuxkit', names: ['master'] }] },
    );
    expect(text).toContain('(nach `{number} *x*`)');
  });

  test.each([
    [{ ordinal: '{nummer}' }, 'unknown placeholder {nummer}; use {ordinal}, {cadence}, {number},'],
    [{ first: '{number}' }, 'unknown placeholder {number}; there are none here'],
    [{ ordinal: '{number:x}' }, '{number} has no format “x”'],
    [{ ordinal: '{cadence:3}' }, '{cadence} has no format “3”'],
  ])('with a wrong placeholder are a mistake: %j', (sentences, message) => {
    const { issues = [] } = parseConfig({ sentences });
    expect(issues[0]?.message).toContain(message);
    expect(issues[0]?.path[0]).toBe('sentences');
  });

  test('have in the layouts exactly the placeholders that the config allows', () => {
    const calls = templates.flatMap((source) => [
      ...source.matchAll(/\(sentence (?:@root\.)?sentences\.(\w+)((?:[^()]|\([^()]*\))*)\)/g),
    ]);
    for (const [, name = '', values = ''] of calls) {
      const passed = [...values.replace(/\([^()]*\)/g, '').matchAll(/(\w+)=/g)].map(
        ([, one]) => one,
      );
      const known = sentenceNames.find((one) => one === name);
      expect(passed.toSorted(), name).toEqual(
        known && Object.keys(sentenceKinds(known)).toSorted(),
      );
    }
    expect(calls.length).toBeGreaterThan(5);
  });
});

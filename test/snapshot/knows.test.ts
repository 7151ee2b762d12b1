import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseSnapshot, serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { knowledgeAmong, sourceNames, sources } from '../../src/snapshot/sources.ts';
import { snapshot } from '../support/snapshot.ts';

it.each(sourceNames)('a snapshot from before the field knows what %s knows', (source) => {
  const { knows: _, ...collected } = { ...snapshot().collected, source };
  const text = JSON.stringify({ ...snapshot(), collected });
  expect(parseSnapshot(text, 'old.json').collected.knows).toEqual(sources[source].knows);
});

it('a snapshot lists what its source knew', () => {
  const collected = { ...snapshot().collected, knows: ['labels'] as const };
  const text = serialiseSnapshot(snapshot({ collected }));
  expect(parseSnapshot(text, 'new.json')).toEqual(snapshot({ collected }));
});

it('an unknown kind of knowledge is refused', () => {
  const text = JSON.stringify(snapshot()).replace('"labels"', '"weather"');
  expect(() => parseSnapshot(text, 'odd.json')).toThrow(UsageError);
});

it.each(sourceNames)('%s lists what it knows in the order of the alphabet', (source) => {
  expect(sources[source].knows).toEqual([...sources[source].knows].sort());
});

it('knowledgeAmong gives each kind a yes or no', () => {
  expect(knowledgeAmong(['issues'])).toMatchObject({ issues: true, labels: false });
});

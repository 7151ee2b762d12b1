import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadSample, savedSource } from '../../../src/collect/saved.ts';
import { layoutNames } from '../../../src/config/layout-texts.ts';
import type { ConfigInput } from '../../../src/config/schema/schema.ts';
import { loadTemplate } from '../../../src/render/load-template.ts';
import { parseSnapshot } from '../../../src/snapshot/parse.ts';
import { OnDesk } from './support.ts';

const test = join(import.meta.dirname, '..', '..');
const snapshotIn = async (...path: string[]) =>
  parseSnapshot(await readFile(join(test, ...path), 'utf8'), join(...path));

const week = await loadSample();
const repositories = ['linuxkit/linuxkit', 'moby/tool'];
const sample = await savedSource(week, 'sample').collect(
  repositories,
  week.period,
  new AbortController().signal,
);
const everything = await snapshotIn('layouts', 'everything.snapshot.json');
const hostile = await snapshotIn('golden', 'hostile-titles', 'snapshot.json');
const settings = parse(
  await readFile(join(test, 'layouts', 'everything.yml'), 'utf8'),
) as ConfigInput;

/** The five layouts, each with the facts of three weeks. */
export const desks = await Promise.all(
  layoutNames.flatMap((layout) =>
    [
      { facts: 'sample', snapshot: sample, input: {} },
      { facts: 'everything', snapshot: everything, input: settings },
      { facts: 'hostile', snapshot: hostile, input: {} },
    ].map(async ({ facts, snapshot, input }) => ({
      layout,
      facts,
      on: new OnDesk(snapshot, { ...input, template: layout }, await loadTemplate(layout, '.')),
    })),
  ),
);

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { savedSource } from '../../../src/collect/saved.ts';
import { layoutNames } from '../../../src/config/layout-texts.ts';
import type { ConfigInput } from '../../../src/config/schema/schema.ts';
import { loadTemplate } from '../../../src/render/load-template.ts';
import { layoutFacts } from '../desk-of.ts';
import { OnDesk } from './support.ts';

const test = join(import.meta.dirname, '..', '..');
const week = layoutFacts('sample');
const repositories = ['linuxkit/linuxkit', 'moby/tool'];
const { signal } = new AbortController();
const sample = await savedSource(week, 'sample').collect(repositories, week.period, signal);
const everything = layoutFacts('everything');
const hostile = layoutFacts('hostile');
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

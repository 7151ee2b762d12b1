import { readFileSync } from 'node:fs';
import type { Snapshot } from '../../../../src/snapshot/schema.ts';
import { factsOf, type ModelDays, type ModelItem } from './facts.ts';

/** A published report, where it is, and the facts that it was made from. */
export interface ModelCase {
  name: string;
  path: string;
  facts: Snapshot;
  /** The layout that fits; null where the model needs its own. */
  layout: string | null;
  /** Headings that only an editor writes. */
  editors: string[];
  /** The period of the next report, the path that it gets, and words that it has. */
  next: ModelDays & { path: string; says: string };
  number?: number;
}

export function textOf({ name }: Pick<ModelCase, 'name'>): string {
  return readFileSync(new URL(`models/${name}.md`, import.meta.url), 'utf8');
}

const item = (
  number: number,
  title: string,
  people: string,
  more: Partial<ModelItem> = {},
): ModelItem => ({
  ...{ number, title, people: people.split(' ') },
  ...more,
});
const kernel = { labels: ['area/kernel'] };
const drawn = { labels: ['rendering'] };
const docs = { repository: 'acme/docs' };
const kube = { repository: 'acme/kube' };

export const models: readonly ModelCase[] = [
  {
    ...{ name: 'weekly', path: 'reports/2017-05-08.md', layout: 'weekly' },
    editors: ['A new repository for tests'],
    facts: factsOf({ kind: 'week', first: '2017-05-01', next: '2017-05-08', date: '2017-05-08' }, [
      item(1758, 'The options of run were unified', 'ada grace', {
        closes: 1732,
        labels: ['area/core'],
      }),
      item(1732, 'Options differ', 'grace', { kind: 'issue' }),
      item(1757, 'The kernel has debugging symbols', 'linus', kernel),
      item(1769, 'The kernels were updated', 'linus ada', kernel),
      item(1742, 'Modules are not loaded by themselves', 'ada grace', { kind: 'issue' }),
    ]),
    next: {
      ...{ kind: 'week', first: '2017-05-08', next: '2017-05-15', date: '2017-05-15' },
      path: 'reports/2017-05-15.md',
      says: 'The ninth weekly development report. Feel free',
    },
    number: 8,
  },
  {
    ...{ name: 'digest', path: 'reports/2018-01-31.md', layout: 'digest', editors: [] },
    facts: factsOf({ kind: 'month', first: '2018-01-01', next: '2018-02-01', date: '2018-01-31' }, [
      item(2880, 'kernel: update to 4.14', 'rn ada'),
      item(2867, 'kernel: add firmware', 'rn'),
      item(35, 'Add an end to end package', 'grace ada', kube),
      item(2847, 'pkg: fix the format of disks', 'ada'),
      item(2860, 'pkg: move metadata to /run', 'ada rn'),
      item(23, 'The daemon dies on boot', 'grace', { ...kube, kind: 'closed-issue' }),
      item(592, 'Audio support', 'rn', { kind: 'closed-issue' }),
      item(2700, 'Sign the kernels', 'ada', { state: 'open' }),
    ]),
    next: {
      ...{ kind: 'month', first: '2018-02-01', next: '2018-03-01', date: '2018-02-28' },
      path: 'reports/2018-02-28.md',
      says: '# Report for 2018-02-01 to 2018-02-28',
    },
  },
  {
    ...{ name: 'themed', path: 'reports/2017-06-11.md', layout: 'themed', editors: [] },
    facts: factsOf({ kind: 'week', first: '2017-06-05', next: '2017-06-12', date: '2017-06-11' }, [
      item(1971, 'base: add a module for network cards', 'ada'),
      item(1976, 'base: update the runtime', 'rn ada'),
      item(1974, 'cli: improve the page on clouds', 'ada'),
      item(1980, 'cli: describe the platforms', 'rn'),
      item(17, 'Add a test pattern to the help', 'grace', { repository: 'acme/rtf' }),
      item(2003, 'Build and sign packages', 'rn', { state: 'open' }),
    ]),
    next: {
      ...{ kind: 'week', first: '2017-06-12', next: '2017-06-19', date: '2017-06-18' },
      path: 'reports/2017-06-18.md',
      says: '# Widgets dev report for 2017-06-12 to 2017-06-18 (week 24)',
    },
  },
  {
    ...{ name: 'nushell', path: 'blog/2026-08-21-twin0365.md', layout: null, editors: [] },
    facts: factsOf({ kind: 'week', first: '2026-08-14', next: '2026-08-21', date: '2026-08-21' }, [
      item(9301, 'fix the panic on an empty list', 'ada'),
      item(9288, 'add a flag for quiet runs', 'ada'),
      item(9310, 'update the parser to the new grammar', 'grace'),
      item(412, 'remove the old chapter on plugins', 'linus', docs),
      item(77, 'fix highlighting of raw strings', 'grace', { repository: 'acme/extension' }),
    ]),
    next: {
      ...{ kind: 'week', first: '2026-08-21', next: '2026-08-28', date: '2026-08-28' },
      path: 'blog/2026-08-28-twin0366.md',
      says: '_Published Friday, August 28, 2026, including PRs merged Friday, August 21 through Thursday, August 27._',
    },
    number: 365,
  },
  {
    ...{ name: 'servo', path: '_posts/2026-08-28-july-in-widgets.md', layout: null, editors: [] },
    facts: factsOf({ kind: 'month', first: '2026-07-01', next: '2026-08-01', date: '2026-08-28' }, [
      item(41201, 'Grid layouts are drawn twice as fast', 'ada', drawn),
      item(41233, 'Support `color-mix()` in gradients', 'ken ada', {
        ...drawn,
        isFirst: true,
        closes: 41250,
      }),
      item(41250, 'Mix colours', 'ken', { kind: 'issue' }),
      item(41190, 'The profiler shows each thread', 'linus', { labels: ['tools'] }),
    ]),
    next: {
      ...{ kind: 'month', first: '2026-08-01', next: '2026-09-01', date: '2026-08-31' },
      path: '_posts/2026-08-31-august-in-widgets.md',
      says: 'title: August in Widgets',
    },
  },
  {
    ...{ name: 'bluefin', path: '_posts/2026-07-31-monthly.md', layout: null, editors: [] },
    facts: factsOf({ kind: 'month', first: '2026-07-01', next: '2026-08-01', date: '2026-07-31' }, [
      item(301, 'Fix the shortcut for the overview', 'ada', { labels: ['desktop'] }),
      item(305, 'Add a theme for high contrast', 'grace', { labels: ['desktop'] }),
      item(310, 'Add the new compiler', 'grace', { labels: ['packages'] }),
    ]),
    next: {
      ...{ kind: 'month', first: '2026-08-01', next: '2026-09-01', date: '2026-08-31' },
      path: '_posts/2026-08-31-monthly.md',
      says: '# Widgets monthly report: August 2026',
    },
  },
];

import { purePastCollect } from '../../lint/pure-past-collect.js';
import { ruleTester } from './rule-tester.ts';

const filename = '/home/me/devreport/src/render/render.ts';

/** Code, and what the rule says it reaches for. */
const impure: [code: string, what: string, kind: string][] = [
  ['Date.now();', 'Date.now', 'clock'],
  ['new Date();', 'Date()', 'clock'],
  ["Date('2017-05-08');", 'Date()', 'clock'],
  ['dayjs();', 'dayjs()', 'clock'],
  ['dayjs.utc();', 'dayjs.utc()', 'clock'],
  ['dayjs.tz.guess();', 'dayjs.tz.guess', 'environment'],
  ['performance.now();', 'performance', 'timers'],
  ['setTimeout(f, 1);', 'setTimeout', 'timers'],
  ['Math.random();', 'Math.random', 'random'],
  ['crypto.randomUUID();', 'crypto.randomUUID', 'random'],
  ['process.env.GH_TOKEN;', 'process', 'environment'],
  ['globalThis.fetch;', 'fetch', 'network'],
  ['globalThis.Date.now();', 'Date.now', 'clock'],
  ["globalThis['fetch'];", 'globalThis', 'environment'],
  ["import { homedir } from 'node:os';", 'node:os', 'environment'],
  ["import { devNull, homedir } from 'node:os';", 'node:os', 'environment'],
  ["export * from 'node:os';", 'node:os', 'environment'],
  ["import process from 'node:process';", 'node:process', 'environment'],
  ["import { readFile } from 'node:fs/promises';", 'node:fs/promises', 'disk'],
  ["import { readFileSync } from 'fs';", 'fs', 'disk'],
  ["const { request } = await import('node:https');", 'node:https', 'network'],
  ['fetch(url);', 'fetch', 'network'],
  ["import { execFile } from 'node:child_process';", 'node:child_process', 'processes'],
  ['console.log(1);', 'console', 'terminal'],
  ['date.getHours();', 'getHours', 'environment'],
  ['a.localeCompare(b);', 'localeCompare', 'environment'],
  ['count.toLocaleString();', 'toLocaleString', 'environment'],
  ['new Intl.DateTimeFormat();', 'Intl.DateTimeFormat()', 'environment'],
];

ruleTester.run('pure-past-collect', purePastCollect, {
  valid: [
    { name: 'a given date', filename, code: 'new Date(at); Date.UTC(2017, 4, 8); dayjs.utc(at);' },
    { name: 'names of its own', filename, code: 'function f(process, fetch) { fetch(process); }' },
    { name: 'names of types', filename, code: 'let a: Date; let b: typeof Math.PI;' },
    { name: 'properties', filename, code: 'item.process; item.performance; ({ console: 1 });' },
    { name: 'text', filename, code: "a.localeCompare(b, 'en'); n.toLocaleString('en');" },
    { name: 'pure modules', filename, code: "import { createHash } from 'node:crypto';" },
    { name: 'constants', filename, code: "import { devNull } from 'node:os';" },
    { name: 'packages', filename, code: "import Handlebars from 'handlebars';" },
    { name: 'pure parts', filename, code: "import { a } from '../compose/compose.ts';" },
    {
      name: 'types of what touches the world',
      filename,
      code: "import type { Source } from '../collect/source.ts';",
    },
    {
      name: 'commands',
      filename: '/home/me/devreport/src/commands/draft.ts',
      code: "import { load } from '../config/load.ts'; console.log(Date.now(), process.env);",
    },
    {
      name: 'files outside of src/',
      filename: '/home/me/devreport/test/render/render.test.ts',
      code: 'console.log(Date.now());',
    },
    {
      name: 'what the part may reach for',
      filename: '/home/me/devreport/src/collect/git/run.ts',
      code: "import { spawn } from 'node:child_process'; import './log.ts';",
    },
  ],
  invalid: [
    ...impure.map(([code, what, kind]) => ({
      name: code,
      filename,
      code,
      errors: [{ messageId: 'impure', data: { what, kind } }],
    })),
    {
      name: 'what the part may not reach for',
      filename: '/home/me/devreport/src/collect/git/run.ts',
      code: "import { spawn } from 'node:child_process'; spawn('git', { env: process.env });",
      errors: [{ messageId: 'impure', data: { what: 'process', kind: 'environment' } }],
    },
    {
      name: 'a file that touches the world',
      filename,
      code: "import { load } from '../config/load.ts';",
      errors: [{ messageId: 'importsImpure', data: { what: '../config/load.ts' } }],
    },
  ],
});

import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** The project's configuration, without the rules that need types, which a planted file has none of. */
const eslint = new ESLint({
  cwd: join(import.meta.dirname, '../..'),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
});

async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

const reason = /so that the same input gives the same output|lint must see/;

/** Code that asks the machine for time or environment, and what the message calls it. */
const timely: [code: string, what: string][] = [
  ['Date.now();', "'Date.now'"],
  ["Date['now']();", "'Date.now'"],
  ['const { now } = Date;', "'Date.now'"],
  ['new Date();', 'new Date()'],
  ['new Date;', 'new Date()'],
  ['new Date(2017, 4, 8);', 'new Date(y, m)'],
  ["Date('2017-05-08');", 'Date()'],
  ['dayjs();', 'dayjs()'],
  ['dayjs(at);', 'dayjs()'],
  ['dayjs.utc();', 'dayjs.utc()'],
  ['dayjs.utc(undefined);', 'dayjs.utc()'],
  ['dayjs.tz();', 'dayjs.tz()'],
  ['dayjs.tz(at);', 'dayjs.tz()'],
  ['dayjs.tz.guess();', 'guess()'],
  ['performance.now();', "'performance'"],
  ['process.env.GH_TOKEN;', "'process'"],
  ['navigator.language;', "'navigator'"],
  ['date.getHours();', 'timezone of the machine'],
  ['date.getTimezoneOffset();', 'timezone of the machine'],
  ['date.toDateString();', 'timezone of the machine'],
  ['a.localeCompare(b);', 'both arguments'],
  ['a.localeCompare(b, undefined);', 'both arguments'],
  ["date.toLocaleDateString('en');", 'both arguments'],
  ['count.toLocaleString();', 'Without a locale'],
  ['text.toLocaleUpperCase();', 'Without a locale'],
  ['new Intl.NumberFormat();', 'Intl without a locale'],
  ['Intl.Collator(undefined);', 'Intl without a locale'],
  ["new Intl.DateTimeFormat('en');", 'without a timeZone'],
  ['Temporal.Now.instant();', "'Temporal'"],
  ['await import(path);', 'what is imported'],
];

const impure: [code: string, what: string][] = [
  ...timely,
  ['globalThis.fetch;', "'globalThis'"],
  ["globalThis['fetch'];", "'globalThis'"],
  ['globalThis.Date.now();', "'globalThis'"],
  ['const { fetch } = globalThis;', "'globalThis'"],
  ['fetch(url);', "'fetch'"],
  ["new WebSocket('wss://example.org');", "'WebSocket'"],
  ['console.log(1);', "'console'"],
  ['setTimeout(f, 1);', "'setTimeout'"],
  ['setInterval(f, 1);', "'setInterval'"],
  ['AbortSignal.timeout(1);', "'AbortSignal.timeout'"],
  ['Math.random();', "'Math.random'"],
  ['crypto.randomUUID();', "'crypto'"],
  ["import { randomUUID } from 'node:crypto';", "'randomUUID'"],
  ["import { randomBytes } from 'crypto';", "'randomBytes'"],
  ["import * as all from 'node:crypto';", 'node:crypto'],
  ["import crypto from 'node:crypto';", 'node:crypto'],
  ["export { randomInt } from 'node:crypto';", "'randomInt'"],
  ["export * from 'node:crypto';", 'node:crypto'],
  ["await import('node:crypto');", 'which names are imported'],
  ["require('node:fs');", "'require'"],
  ['import.meta.dirname;', 'import.meta'],
];

test.each(impure)('past collect, finds %s', async (code, what) => {
  const messages = await lint('src/render/planted.ts', code);
  expect(messages).toEqual([expect.stringContaining(what)]);
  expect(messages).toEqual([expect.stringMatching(reason)]);
});

test.each([
  'src/errors.ts',
  'src/config/schema.ts',
  'src/config/load.ts',
  'src/render/load-layout.ts',
  'src/publish/pages.ts',
  'src/index.ts',
])('in %s, finds the clock', async (file) => {
  expect(await lint(file, 'Date.now();')).toHaveLength(1);
});

test.each(timely)('in collect, finds %s', async (code, what) => {
  const messages = await lint('src/collect/git/planted.ts', code);
  expect(messages).toEqual([expect.stringContaining(what)]);
});

test('in collect, finds what Node reveals about the machine, and globals behind globalThis', async () => {
  const file = 'src/collect/git/planted.ts';
  const names = "import { devNull, homedir } from 'node:os'; await import('os');";
  expect(await lint(file, names)).toEqual([
    expect.stringContaining("'homedir'"),
    expect.stringContaining('which names are imported'),
  ]);
  const code = "globalThis.process; globalThis['fetch']; const { Date } = globalThis;";
  expect(await lint(file, code)).toEqual(Array(3).fill(expect.stringContaining('globalThis')));
});

test.each([
  'src/files/planted.ts',
  'src/commands/planted.ts',
  'src/cli.ts',
  'src/collect/github/request/clock.ts',
])('in %s, finds an import that no tool can follow', async (file) => {
  expect(await lint(file, 'import(path);')).toEqual([expect.stringContaining('what is imported')]);
});

test.each([
  'new Date(at); new Date(at).getUTCHours(); Date.UTC(2017, 4, 8); Date.parse(at);',
  "dayjs.utc(at); dayjs.tz(at, 'UTC'); dayjs.extend(utc);",
  'function f(process: string, fetch: () => void) { fetch(); return process; }',
  'let a: Date; let b: typeof Math.PI; let c: typeof fetch; let d: NodeJS.Process;',
  'item.process; item.performance; ({ console: 1 });',
  "a.localeCompare(b, 'en'); n.toLocaleString('en'); d.toLocaleDateString('en', options);",
  "new Intl.DateTimeFormat('en', { timeZone }); new Intl.PluralRules('en');",
  "import { createHash } from 'node:crypto'; import { posix } from 'node:path';",
  "import type { BinaryLike } from 'node:crypto';",
  "await import('./compile.ts');",
])('past collect, allows %s', async (code) => {
  expect(await lint('src/render/planted.ts', code)).toEqual([]);
});

test.each([
  ['src/collect/git/planted.ts', "import { devNull } from 'node:os'; Math.random(); fetch(url);"],
  ['src/collect/github/planted.ts', 'const { fetch = globalThis.fetch } = options;'],
  ['src/collect/github/request/clock.ts', 'performance.now(); setTimeout(f, 1);'],
  ['src/collect/github/clock.ts', 'performance.now();'],
  ['src/files/planted.ts', 'process.pid; import.meta.url;'],
  ['src/commands/draft/planted.ts', 'console.log(Date.now(), process.env);'],
  ['src/cli.ts', 'process.exit(1);'],
  ['test/render/planted.ts', 'Date.now();'],
])('in %s, allows %s', async (file, code) => {
  expect(await lint(file, code)).toEqual([]);
});

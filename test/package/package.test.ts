import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { freshDist } from './fresh-dist.ts';
import { isThorough } from '../support/runs.ts';

const run = promisify(execFile);

const packedSchema = v.pipe(
  v.tuple([v.object({ filename: v.string(), files: v.array(v.object({ path: v.string() })) })]),
  v.transform(([packed]) => packed),
);

/** No token, and no configuration of npm's but its cache. */
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

/** An empty folder of someone who installs the package there. */
let folder: string;
let files: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devreport-package-'));
  await freshDist();
  const pack = await run('npm', [
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  ]);
  const packed = v.parse(packedSchema, JSON.parse(pack.stdout));
  files = packed.files.map(({ path }) => path);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run('npm', ['install', '--offline', join(folder, packed.filename)], { cwd: folder, env });
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

const devreport = (...args: string[]) =>
  run(join(folder, 'node_modules/.bin/devreport'), args, { cwd: folder, env });

describe('the tarball', () => {
  test('contains the built code, its templates and schema, and nothing else', async () => {
    const templates = await readdir('templates', { recursive: true, withFileTypes: true });
    expect(files.filter((path) => !path.startsWith('dist/')).sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'package.json',
        'docs/devreport.schema.json',
        ...templates
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
      ].sort(),
    );
  });

  test('contains no unused built file', async () => {
    const built = files.filter((path) => path.startsWith('dist/'));
    const ways = [
      'dist/cli.js',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/THIRD-PARTY-NOTICES.txt',
      // Read by their paths: when something is checked, and for the desk.
      'dist/dictionary.br',
      'dist/desk.js',
    ];
    expect(built).toEqual(expect.arrayContaining(ways));
    const code = await Promise.all(built.map((path) => readFile(path, 'utf8')));
    for (const path of built.filter((path) => !ways.includes(path))) {
      const name = path.slice('dist/'.length);
      expect(
        code.some((text) => text.includes(`./${name}`)),
        path,
      ).toBe(true);
    }
  });

  test('contains the licences of the bundled libraries', async () => {
    const notices = await readFile('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    expect(notices).toMatch(/^valibot \d+\.\d+\.\d+ \(MIT\)\n\nMIT License\n/m);
    expect(notices).toMatch(/^handlebars \d/m);
    expect(notices).not.toMatch(/^(vitest|typescript) \d/m);
  });

  test('needs no other package', async () => {
    expect(Object.keys(manifest)).not.toContain('dependencies');
    expect(await readdir(join(folder, 'node_modules'))).toEqual([
      '.bin',
      '.package-lock.json',
      'devreport',
    ]);
  });
});

describe('installed into an empty folder', () => {
  test('the command prints its version', async () => {
    expect((await devreport('--version')).stdout).toBe(`${manifest.version}\n`);
  });

  test('the command writes the recorded week', async () => {
    await devreport('--week', '2017-05-08', '--source', 'sample');
    const report = 'reports/2017-05-08.md';
    expect(await readFile(join(folder, report), 'utf8')).toBe(await readFile(report, 'utf8'));
  });

  test('the command makes a page, with emoji and its own templates', async () => {
    await writeFile(join(folder, 'report.md'), '# Hooray :tada:\n\nText :rocket:\n');
    const { stdout } = await devreport('publish', 'report.md', '-o', '-');
    expect(stdout).toMatch(/^<!doctype html>[^]*<p>Text 🚀<\/p>/);
  });

  test('the library can be imported', async () => {
    const script = "console.log(Object.keys(await import('devreport')).length > 0)";
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env,
    });
    expect(stdout).toBe('true\n');
  });

  test.runIf(isThorough)('its types need no other package', async () => {
    const consumer = join(folder, 'consumer');
    await mkdir(consumer);
    await writeFile(
      join(consumer, 'index.ts'),
      [
        "import * as devreport from 'devreport';",
        // Fails to compile where the types are missing or `any`.
        'const known: 0 extends 1 & typeof devreport ? never : true = true;',
        'export { devreport, known };',
        '',
      ].join('\n'),
    );
    const compilerOptions = {
      module: 'NodeNext',
      lib: ['ES2023', 'DOM'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // TypeScript's own declarations are TypeScript's to check.
      skipDefaultLibCheck: true,
    };
    await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const checked = run(process.execPath, [tsc, '-p', consumer], { cwd: folder, env });
    await expect(checked).resolves.toMatchObject({ stdout: '' });
  });
});

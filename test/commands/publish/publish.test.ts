import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const base = ['--base', 'https://x.github.io/project'];
const one = '# One\n\n## PRs merged\n\n- A thing #1 @ann\n';
const draft = '# Two\n\n<!-- editor: Write. -->\n\n- A thing #2\n';

/** A checkout with files. */
async function checkout(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const reports = { 'reports/2017-05-01.md': one, 'reports/2017-05-08.md': draft };
const read = (folder: string, path: string) => readFile(join(folder, path), 'utf8');

test('makes a site of the reports that are no drafts, and says what to do about the others', async () => {
  const folder = await checkout({
    ...reports,
    'reports/2017-05-15.md': '---\ntitle: x\ndraft: true\n---\n\nText\n',
    'reports/2017-05-22.md': '+++\npublished = false\n+++\n\nText\n',
  });
  const { code, stderr } = await devreport(folder, ['publish', ...base]);
  expect(code).toBe(0);
  expect(stderr.split('\n').filter((line) => !line.startsWith('warning:'))).toEqual([
    'reports/2017-05-08.md:3: not published: a comment for its editor is left; do what it asks for, and delete it.',
    'reports/2017-05-15.md:3: not published: its front matter has “draft: true”; remove that when it is ready.',
    'reports/2017-05-22.md:2: not published: its front matter has “published: false”; remove that when it is ready.',
    '1 report in site: 9 files written, 0 files removed.',
    `Next: open ${join('site', 'index.html')}.`,
    '',
  ]);
  expect(await readdir(join(folder, 'site/reports'))).toEqual(['2017-05-01.html']);
});

test('a second run writes nothing, and a draft that was published is removed', async () => {
  const folder = await checkout(reports);
  await devreport(folder, ['publish', ...base]);
  const again = await devreport(folder, ['publish', ...base]);
  expect(again.stderr).toContain('0 files written, 0 files removed');
  await writeFile(join(folder, 'reports/2017-05-08.md'), one.replace('One', 'Two'));
  await devreport(folder, ['publish', ...base]);
  expect(existsSync(join(folder, 'site/reports/2017-05-08.html'))).toBe(true);
  await writeFile(join(folder, 'reports/2017-05-08.md'), draft);
  const third = await devreport(folder, ['publish', ...base]);
  expect(third.stderr).toContain('1 file removed');
  expect(existsSync(join(folder, 'site/reports/2017-05-08.html'))).toBe(false);
});

test('without an address there are no feeds, which is said', async () => {
  const folder = await checkout(reports);
  const { stderr } = await devreport(folder, ['publish', '--base', '/project/']);
  expect(stderr).toContain('No feeds and no sitemap: they need the address of the site');
  expect(existsSync(join(folder, 'site/feed.atom'))).toBe(false);
});

test('files of others are neither replaced nor removed, and nothing is written then', async () => {
  const folder = await checkout({
    ...reports,
    'docs/CNAME': 'x.example\n',
    'docs/people/index.html': 'mine',
  });
  const refused = await devreport(folder, ['publish', '--out', 'docs']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain(
    `${join('docs', 'people', 'index.html')} is in the way of the site`,
  );
  expect(await readdir(join(folder, 'docs'))).toEqual(['CNAME', 'people']);
  await rm(join(folder, 'docs/people'), { recursive: true });
  expect((await devreport(folder, ['publish', '--out', 'docs'])).code).toBe(0);
  expect(await read(folder, 'docs/CNAME')).toBe('x.example\n');
});

test('nothing is written through links, or where a manifest leads', async () => {
  const outside = await temporaryFolder();
  const folder = await checkout(reports);
  await mkdir(join(folder, 'site'));
  await symlink(outside, join(folder, 'site/people'));
  const linked = await devreport(folder, ['publish']);
  expect(linked.code).toBe(2);
  expect(await readdir(outside)).toEqual([]);
  await rm(join(folder, 'site/people'));
  await writeFile(
    join(folder, 'site/.devreport-site.json'),
    '{"version":1,"files":["../reports/2017-05-01.md"]}',
  );
  const led = await devreport(folder, ['publish']);
  expect(led.stderr).toContain('does not list the files of a site');
  expect(await read(folder, 'reports/2017-05-01.md')).toBe(one);
});

test('a config can not send the site out of its checkout', async () => {
  const folder = await checkout({
    ...reports,
    'devreport.yml': 'publish: { out: ../elsewhere }\n',
  });
  const { code, stderr } = await devreport(folder, ['publish']);
  expect(code).toBe(2);
  expect(stderr).toContain('leads outside of');
});

test('title, address, folder and templates come from the config or from options', async () => {
  const config =
    'publish:\n  title: Our news\n  base: https://news.example\n  out: public\n  template: theme\n';
  const folder = await checkout({
    ...reports,
    'devreport.yml': config,
    'theme/people.hbs': '<h1>Everybody</h1>{{people.length}}',
  });
  expect((await devreport(folder, ['publish'])).stderr).toContain('1 report in public');
  expect(await read(folder, 'public/index.html')).toContain('<title>Our news</title>');
  expect(await read(folder, 'public/people/index.html')).toContain('<h1>Everybody</h1>1');
  expect(await read(folder, 'public/feed.atom')).toContain('<id>https://news.example/</id>');
  await devreport(folder, ['publish', '--title', 'Mine', '--out', 'other']);
  expect(await read(folder, 'other/index.html')).toContain('<title>Mine</title>');
});

test.each([
  ['an unknown name', '<p>\n{{titel}}</p>', 'people.hbs:2: unknown name “titel”.'],
  ['a helper that is none', '{{#shout people}}x{{/shout}}', 'people.hbs:1: '],
  ['a name of nothing', '{{people.0.none.at}}', 'people.hbs:1: '],
  ['a syntax error', '<p>\n\n{{#if people}}</p>', 'people.hbs:3: syntax error'],
])('a template with %s is an error with its line', async (_, template, message) => {
  const folder = await checkout({ ...reports, 'theme/people.hbs': template });
  const { code, stderr } = await devreport(folder, ['publish', '--template', 'theme']);
  expect(code).toBe(2);
  expect(stderr).toContain(join('theme', message));
  expect(existsSync(join(folder, 'site'))).toBe(false);
});

test.each([
  ['the address is none', ['--base', 'x.github.io'], 'invalid --base'],
  ['the folder has no templates', ['--template', 'reports'], 'No template of a site in reports'],
  ['-o is for a page', ['-o', 'x.html'], "--output can't be used here"],
  ['--out is for the site', ['reports/2017-05-01.md', '--out', 'x'], "--out can't be used here"],
  ['the report is missing', ['reports/none.md'], 'reports/none.md not found'],
])('refuses when %s', async (_, args, message) => {
  const { code, stderr } = await devreport(await checkout(reports), ['publish', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('a report that can not be read is an error that names it, and nothing is written', async () => {
  const folder = await checkout({
    ...reports,
    'reports/2017-05-15.md': new Uint8Array([0x23, 0xff]),
  });
  const { code, stderr } = await devreport(folder, ['publish']);
  expect(code).toBe(2);
  expect(stderr).toContain('2017-05-15.md is not valid UTF-8');
  expect(existsSync(join(folder, 'site'))).toBe(false);
  const none = await devreport(await checkout({}), ['publish']);
  expect(none.stderr).toContain('No report is named like reports/{date}.md');
});

test('images of the repository are copied, and no other file', async () => {
  const png = new Uint8Array([0x89, 0x50, 0xff, 0x00]);
  const text =
    '# One\n\n![a](img/a.png) ![b](/img/b.png) ![c](../../c.png) ![d](../secret.txt) ![e](img/none.png)\n';
  const folder = await checkout({
    'reports/2017-05-01.md': text,
    'reports/img/a.png': png,
    'img/b.png': png,
    'secret.txt': 'x',
  });
  const { stderr } = await devreport(folder, ['publish']);
  expect(stderr).toContain('warning: the image reports/img/none.png is missing');
  expect([...(await readFile(join(folder, 'site/reports/img/a.png')))]).toEqual([...png]);
  expect(await read(folder, 'site/reports/2017-05-01.html')).toContain(
    '<img src="../img/b.png" alt="b"> c d e',
  );
  expect(await readdir(join(folder, 'site'))).not.toContain('secret.txt');
  expect((await devreport(folder, ['publish'])).stderr).toContain('0 files written');
});

test('the last commit of a report, or its front matter, says when it was updated', async () => {
  const folder = await temporaryFolder();
  const git = (date: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      cwd: folder,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  git('', 'init', '-q');
  await mkdir(join(folder, 'reports'));
  await writeFile(join(folder, 'reports/2017-05-01.md'), one);
  await writeFile(join(folder, 'reports/2017-05-08.md'), `---\nupdated: 2017-07-01\n---\n\n${one}`);
  git('2017-05-03T10:00:00Z', 'add', '.');
  git('2017-05-03T10:00:00Z', 'commit', '-qm', 'One');
  await writeFile(join(folder, 'reports/2017-05-01.md'), one.replace('A thing', 'The thing'));
  git('2017-05-09T10:00:00Z', 'commit', '-qam', 'Two');
  await writeFile(join(folder, 'reports/2017-05-15.md'), one);
  await devreport(folder, ['publish', ...base], { variables: process.env });
  const { items } = JSON.parse(await read(folder, 'site/feed.json')) as {
    items: { date_modified: string }[];
  };
  expect(items.map(({ date_modified }) => date_modified)).toEqual([
    '2017-05-15T00:00:00Z',
    '2017-07-01T00:00:00Z',
    '2017-05-09T10:00:00Z',
  ]);
});

test('the page of one report is beside it, elsewhere or on stdout', async () => {
  const folder = await checkout(reports);
  const page = await devreport(folder, ['publish', 'reports/2017-05-01.md']);
  expect(page.stderr).toBe(`Wrote ${join('reports', '2017-05-01.html')}.\n`);
  const html = await read(folder, 'reports/2017-05-01.html');
  expect(html).toContain('<h1>One</h1>');
  expect(html).not.toMatch(/href="[^h#]/);
  const shown = await devreport(folder, [
    'publish',
    'reports/2017-05-08.md',
    '-o',
    '-',
    '--format',
    'html',
  ]);
  expect(shown.stdout).toContain('<h1>Two</h1>');
  expect(shown.stdout).not.toContain('editor:');
  expect(shown.stderr).toContain(
    'warning: reports/2017-05-08.md:3: a comment for its editor is left',
  );
});

test('a page replaces a page, and no other file', async () => {
  const folder = await checkout({ ...reports, 'reports/2017-05-08.html': '<!doctype html>mine' });
  expect((await devreport(folder, ['publish', 'reports/2017-05-01.md'])).code).toBe(0);
  expect((await devreport(folder, ['publish', 'reports/2017-05-01.md'])).code).toBe(0);
  const refused = await devreport(folder, ['publish', 'reports/2017-05-08.md']);
  expect(refused.code).toBe(2);
  expect(await read(folder, 'reports/2017-05-08.html')).toBe('<!doctype html>mine');
});

test('--format html makes the page of a draft, without its comments and its record', async () => {
  const folder = await checkout({});
  const week = ['--week', '2017-05-08', '--source', 'sample', '--format', 'html'];
  expect((await devreport(folder, week)).stderr).toContain(
    `Wrote ${join('reports', '2017-05-08.html')}.`,
  );
  expect((await devreport(folder, week)).code).toBe(0);
  const html = await read(folder, 'reports/2017-05-08.html');
  expect(html).toContain('<h1>Development report for 8 May 2017</h1>');
  expect(html).toContain('covers <time datetime="2017-05-01">');
  expect(html).not.toMatch(/editor:|devreport record|<!--/);
  const shown = await devreport(folder, [...week, '-o', '-']);
  expect(shown.stdout).toBe(html);
});

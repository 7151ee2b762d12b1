import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import type { DeskReport, SaveAnswer } from '../../../src/edit/protocol.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { DeskClient, openDesk } from '../open-desk.ts';

const FILE = 'reports/2017-05-08.md';

async function openWith(text: string) {
  const folder = await temporaryFolder();
  const path = join(folder, FILE);
  await mkdir(join(folder, 'reports'));
  await writeFile(path, text);
  const desk = await openDesk(folder, [FILE, '--source', 'sample']);
  const client = await DeskClient.open(desk);
  return {
    ...{ folder, path, desk, client },
    report: () => client.json<DeskReport>(client.get('/api/report')),
    save: (body: { text: string; base: string }) => client.write('PUT', '/api/report', body),
    onDisk: () => readFile(path, 'utf8'),
  };
}

test('every byte that is saved was sent, and what is no text of the report stays', async () => {
  const given = '\uFEFF# Week\r\n\r\n* one\t \r\n\r* two\n';
  const { report, save, onDisk } = await openWith(given);
  const { text, hash } = await report();
  expect(text).toBe(given.slice(1));
  const answer = await save({ text: `${text}\r\nmore  `, base: hash });
  expect(answer.status).toBe(200);
  expect(await onDisk()).toBe(`${given}\r\nmore  `);
  expect((await report()).hash).toBe((JSON.parse(answer.body) as { hash: string }).hash);
});

test('a file that has changed since is not overwritten', async () => {
  const { path, report, save, onDisk } = await openWith('# Week\n');
  const { hash } = await report();
  await writeFile(path, '# Weak\n');
  const answer = await save({ text: '# Weeks\n', base: hash });
  expect(answer.status).toBe(409);
  const { conflict } = JSON.parse(answer.body) as Extract<SaveAnswer, { conflict: unknown }>;
  expect(conflict.text).toBe('# Weak\n');
  expect(await onDisk()).toBe('# Weak\n');
  expect((await save({ text: '# Weeks\n', base: conflict.hash })).status).toBe(200);
  expect(await onDisk()).toBe('# Weeks\n');
});

test('a removed file comes back only when asked for', async () => {
  const { folder, report, save } = await openWith('# Week\n');
  const { hash } = await report();
  await rm(join(folder, FILE));
  expect((await save({ text: 'x', base: hash })).status).toBe(409);
  await expect(readFile(join(folder, FILE))).rejects.toThrow('ENOENT');
  expect((await save({ text: 'x', base: '' })).status).toBe(200);
  expect(await readFile(join(folder, FILE), 'utf8')).toBe('x');
});

test('unsaved text outlives the desk, and is offered until it is saved', async () => {
  const { folder, client, desk, report } = await openWith('# Week\n');
  const { hash } = await report();
  await client.write('PUT', '/api/unsaved', { text: '# Weeks\n', base: hash });
  await desk.end();

  const next = await DeskClient.open(await openDesk(folder, [FILE, '--source', 'sample']));
  const again = await next.json<DeskReport>(next.get('/api/report'));
  expect(again.text).toBe('# Week\n');
  expect(again.recovered).toMatchObject({ text: '# Weeks\n', base: hash });
  await next.write('PUT', '/api/report', { text: '# Weeks\n', base: again.hash });
  expect(await next.json(next.get('/api/report'))).toMatchObject({ recovered: null });
});

test('the page hears of each change of the file', async () => {
  const { path, client, report, save } = await openWith('# Week\n');
  const { hash } = await report();
  const events = client.events();
  const files = () => events.filter(({ type }) => type === 'file');
  await expect.poll(() => events).toContainEqual({ type: 'ping' });
  await writeFile(path, '# Weak\n');
  await expect.poll(files).toMatchObject([{ text: '# Weak\n' }]);
  await rm(path);
  await expect.poll(files).toMatchObject([{}, { text: null }]);
  await writeFile(path, '# Week\n');
  await expect.poll(files).toMatchObject([{}, {}, { hash }]);
  await save({ text: '# Weeks\n', base: hash });
  await expect.poll(files).toMatchObject([{}, {}, {}, { text: '# Weeks\n' }]);
});

test.skipIf(process.getuid?.() === 0)('a read-only file says so', async () => {
  const { path, report } = await openWith('# Week\n');
  await chmod(path, 0o444);
  expect((await report()).readOnly).toContain('EACCES');
});

test('a file that is no text is a clear error, and stays', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'report.md'), new Uint8Array([0xff, 0xfe, 0x41]));
  await expect(openDesk(folder, ['report.md', '--source', 'sample'])).rejects.toThrow(
    'is not valid UTF-8',
  );
});

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { DeskClient, openDesk } from '../open-desk.ts';

test('images beside the report are shown, and nothing else', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'reports/images'), { recursive: true });
  await writeFile(join(folder, 'reports/images/a b.png'), 'picture');
  await writeFile(join(folder, 'reports/other.md'), 'words');
  await writeFile(join(folder, 'secret.png'), 'secret');
  await symlink('../secret.png', join(folder, 'reports/link.png'));
  await mkdir(join(folder, 'reports/folder.png'));
  const client = await DeskClient.open(await openDesk(folder));

  const found = await client.get('/files/images/a%20b.png');
  expect([found.status, found.body, found.headers['content-type']]).toEqual([
    200,
    'picture',
    'image/png',
  ]);
  expect(found.headers['content-security-policy']).toContain("default-src 'none'");
  for (const path of [
    '/files/other.md',
    '/files/2017-05-08.md',
    '/files/../secret.png',
    '/files/..%2fsecret.png',
    '/files/%2e%2e/secret.png',
    '/files/images/..%2f..%2fsecret.png',
    '/files//etc/hosts.png',
    '/files/%2fetc%2fhosts',
    '/files/link.png',
    '/files/folder.png',
    '/files/%ff.png',
    '/files/%00.png',
    '/files/missing.png',
  ]) {
    const { status, body } = await client.get(path);
    expect([path, status]).toEqual([path, 404]);
    expect(body).not.toContain('secret');
  }
});

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { environment, git, History } from '../../collect/git/repository.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** Variables without a token, and without the machine's own `gh`. */
export const variables = { ...environment, PATH: '/usr/bin:/bin', GH_CONFIG_DIR: '/nonexistent' };

/** A file in each folder, by its section. */
export const texts = {
  Kernel: 'kernel/config',
  Packages: 'pkg/init/Dockerfile',
  Core: 'src/cmd/main.go',
};

/** A checkout with merged pull requests in three folders, 12 of them in the first days of May 2017. */
export async function checkout(files: Record<string, string> = {}): Promise<string> {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', files: { 'README.md': '' } });
  const paths = Object.values(texts);
  for (let number = 1; number <= 12; number += 1) {
    const path = paths[number % 3] ?? '';
    history.merge({
      ...{
        number,
        head: 'ada/work',
        title: `Change ${number}`,
        at: `2017-05-02T0${number % 10}:00:00Z`,
      },
      files: { [path]: String(number), [`test/${number}`]: '' },
    });
  }
  const folder = await temporaryFolder();
  git(folder, ['clone', '--quiet', history.write(), '.']);
  git(folder, ['remote', 'set-url', 'origin', 'https://github.com/linuxkit/linuxkit.git']);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

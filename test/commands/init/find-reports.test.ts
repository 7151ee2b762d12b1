import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { git, History } from '../../collect/git/repository.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { checkout, variables } from './checkout.ts';

const init = (folder: string, ...options: string[]) =>
  devreport(folder, ['init', ...options], { variables });

const link = (repository: string, number: number) =>
  `- It [works](https://github.com/${repository}/pull/${number}).\n`;

/** A report in the month, of four pull requests in each of two repositories. */
const monthly = (month: number) =>
  ['engine', 'wings']
    .map((name) => {
      const numbers = [1, 2, 3, 4].map((index) => month * 10 + index);
      const links = numbers.map((number) => link(`acme/${name}`, number));
      return `### ${name}\n\n${links.join('')}`;
    })
    .join('\n');

/** A repository in which most changes are to texts with dates. */
async function newsletter(pathOf: (month: string) => string): Promise<string> {
  const history = new History();
  for (let month = 1; month <= 6; month += 1) {
    const name = `2017-0${month}`;
    history.commit({
      ...{ message: `Publish ${name}`, at: `${name}-28T00:00:00Z` },
      files: { [pathOf(name)]: `# News\n\n${monthly(month)}`, 'news/_index.md': 'All' },
    });
  }
  history.commit({ message: 'Style', at: '2017-06-29T00:00:00Z', files: { 'theme/a.css': '' } });
  const folder = await temporaryFolder();
  git(folder, ['clone', '--quiet', history.write(), '.']);
  git(folder, ['remote', 'set-url', 'origin', 'https://github.com/acme/news.git']);
  return folder;
}

describe('without --reports', () => {
  test.each([
    ['files', (month: string) => `news/${month}-28-news.md`],
    ['folders', (month: string) => `news/${month}/index.md`],
    ['files in folders of years', (month: string) => `news/${month.replace('-', '/')}.md`],
  ])('a repository that is there for its reports has them read, as %s', async (_, pathOf) => {
    const folder = await newsletter(pathOf);
    const { stderr } = await init(folder);
    expect(stderr).toContain('Read 6 earlier reports.\n');
    expect(stderr).toContain('Proposed sections from the earlier reports: engine, wings.\n');
    expect(stderr).toContain('The last report, 8 pull requests, in these sections:\n');
    const text = await readFile(join(folder, 'devreport.yml'), 'utf8');
    expect(parseYamlConfig(text, 'x')).toMatchObject({
      repositories: ['acme/engine', 'acme/wings'],
      sections: [
        { title: 'engine', repositories: ['acme/engine'] },
        { title: 'wings', repositories: ['acme/wings'] },
      ],
    });
  });

  test('other dated texts are no reports where most changes are to something else', async () => {
    const texts = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((month) => [`news/2017-0${month}-01.md`, monthly(month)]),
    );
    const { stderr } = await init(await checkout(texts));
    expect(stderr).not.toContain('earlier report');
  });
});

test('--reports reads what is in folders inside, but follows no link to others', async () => {
  const folder = await checkout({
    'content/news/2017-05/index.md': monthly(5),
    'content/news/2017-04/index.md': monthly(4),
  });
  await mkdir(join(folder, 'elsewhere'));
  await symlink(join(folder, 'elsewhere'), join(folder, 'content/news/link'));
  await symlink('/', join(folder, 'content/news/all'));
  await symlink('nowhere.md', join(folder, 'content/news/2017-06.md'));
  const { code, stderr } = await init(folder, '--reports', 'content');
  expect(code).toBe(0);
  expect(stderr).toContain('Read 2 earlier reports.\n');
});

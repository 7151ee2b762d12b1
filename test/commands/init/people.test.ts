import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { environment, git, History } from '../../collect/git/repository.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { serverError } from '../../github/failures.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const variables = { ...environment, PATH: '/usr/bin:/bin', GH_CONFIG_DIR: '/nonexistent' };

/** A clone of acme/app in which Ann signs in two ways, and a machine makes releases. */
async function checkout(): Promise<string> {
  const history = new History();
  const commit = (day: number, author: string, message: string) =>
    history.commit({ at: `2017-05-0${day}T00:00:00Z`, author, message, files: { x: message } });
  commit(1, 'Ann Doe <1+ann-doe@users.noreply.github.com>', 'Begin');
  commit(2, 'ann-doe <ann@doe.example>', 'Change <!-- it -->');
  for (let number = 1; number <= 5; number += 1)
    commit(3, 'acme-bot <bot@acme.example>', `Release version 1.${number}`);
  const folder = await temporaryFolder();
  git(folder, ['clone', '--quiet', history.write(), '.']);
  git(folder, ['remote', 'set-url', 'origin', 'https://github.com/acme/app.git']);
  return folder;
}

async function gitHub() {
  const createdAt = '2017-05-01T10:00:00Z';
  const pullRequests = Array.from({ length: 5 }, (_, index) => ({
    ...{ number: index + 1, author: 'ann-doe', createdAt, mergedAt: '2017-05-02T10:00:00Z' },
    comments: [
      { author: 'coverage', createdAt, body: `[![Coverage is ${index} %](x)](y)\n\nMore` },
      { author: 'bob', createdAt: '2017-05-01T12:00:00Z', body: 'Looks good to me' },
    ],
  }));
  const github = await startGitHub({
    data: dataSet({ repositories: [{ name: 'acme/app', pullRequests }] }),
  });
  onTestFinished(() => github.close());
  const { graphqlUrl, token } = github;
  return {
    github,
    variables: {
      ...{ ...variables, GH_TOKEN: token, GITHUB_GRAPHQL_URL: graphqlUrl },
      GITHUB_SERVER_URL: 'https://github.com',
    },
  };
}

const peopleIn = async (folder: string) => {
  const text = await readFile(join(folder, 'devreport.yml'), 'utf8');
  return { text, people: parseYamlConfig(text, 'devreport.yml').people };
};

test('init proposes bots and aliases from the history, and says why', async () => {
  const folder = await checkout();
  const { code, stderr } = await devreport(folder, ['init'], { variables });
  expect(code).toBe(0);
  expect(stderr).toContain('Proposed 1 bot and 1 alias from the history: see people.\n');
  const { text, people } = await peopleIn(folder);
  expect(people).toEqual({ bots: ['acme-bot'], aliases: { 'ann-doe': 'ann-doe' } });
  expect(text).toContain(
    '# acme-bot: 5 commits that are alike, such as “Release version 1.5”.\n' +
      '# ann-doe: 1 commit of the last year with this name, which reads like the login of Ann Doe.\n',
  );
  const args = [
    '--since',
    '2017-05-01',
    '--until',
    '2017-05-08',
    '--source',
    'git',
    '--format',
    'snapshot',
  ];
  const { stdout } = await devreport(folder, [...args, '-o', '-'], { variables });
  const { commits } = JSON.parse(stdout) as { commits: { author: object }[] };
  expect(commits.map(({ author }) => author)).toContainEqual({ login: 'ann-doe', type: 'user' });
});

test('with a token, the accounts that only comment alike too, in two requests', async () => {
  const folder = await checkout();
  const { github, variables: withToken } = await gitHub();
  const { code, stderr } = await devreport(folder, ['init'], { variables: withToken });
  expect(code).toBe(0);
  expect(stderr).toContain('Proposed 2 bots and 1 alias from the history: see people.\n');
  const { text, people } = await peopleIn(folder);
  expect(people.bots).toEqual(['acme-bot', 'coverage']);
  expect(text).toContain(
    '# coverage: 5 comments that are alike, such as “[![Coverage is 4 %](x)](y)”.\n',
  );
  expect(Object.values(github.log.operations)).toEqual([1, 1]);
});

test('does without the comments when GitHub fails', async () => {
  const folder = await checkout();
  const { github, variables: withToken } = await gitHub();
  github.fail(serverError(502, 'html'));
  const { code, stderr } = await devreport(folder, ['init'], { variables: withToken });
  expect(code).toBe(0);
  expect(stderr).toContain('Cannot read comments on GitHub: ');
  expect((await peopleIn(folder)).people.bots).toEqual(['acme-bot']);
});

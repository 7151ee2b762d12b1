import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/folder.ts';
import { devreport } from '../../../support/run.ts';
import { bare, gitHub } from '../../../support/sources.ts';

describe('a host of the config', () => {
  const argv = [
    '--week',
    '2017-05-08',
    '--source',
    'github',
    '--repo',
    'linuxkit/linuxkit',
    '--no-cache',
  ];
  const tokens = (token: string) => ({
    ...{ GH_TOKEN: token, GITHUB_TOKEN: token },
    ...{ GH_ENTERPRISE_TOKEN: token, GITHUB_ENTERPRISE_TOKEN: token },
  });

  /** A server on this machine, and a folder whose config names it. */
  async function configured() {
    const { github } = await gitHub();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'devreport.yml'), `github: { url: ${github.graphqlUrl} }\n`);
    return { github, folder, variables: await bare(), host: new URL(github.url).host };
  }

  /** A `gh` that is logged in to one host, and gives the tokens of variables as the real one does. */
  async function logIn(bin: string, host: string, token: string): Promise<void> {
    const script = `#!/bin/sh
for variable in "$GH_TOKEN" "$GITHUB_TOKEN" "$GH_ENTERPRISE_TOKEN" "$GITHUB_ENTERPRISE_TOKEN"; do
  if [ -n "$variable" ]; then echo "$variable"; exit; fi
done
[ "$*" = "auth token --hostname ${host}" ] && echo ${token}
`;
    await writeFile(join(bin, 'gh'), script, { mode: 0o755 });
  }

  test.each(['http://127.0.0.1:9/graphql', 'https://evil.example/api', 'https://evil.ghe.com/api'])(
    'gets no token of a variable: %s',
    async (url) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'devreport.yml'), `github: { url: "${url}" }\n`);
      const variables = { ...(await bare()), ...tokens('ghp_mine'), GH_HOST: 'ghe.example.com' };
      await logIn(variables.HOME, 'ghe.example.com', 'ghp_mine');
      const { code, stderr } = await devreport(folder, argv, { variables });
      expect(code).toBe(2);
      expect(stderr).toContain('which only the config names');
      expect(stderr).toContain('A token goes only to a host that you name.');
    },
  );

  test('is sent nothing, not even on this machine', async () => {
    const { github, folder, variables } = await configured();
    await devreport(folder, argv, { variables: { ...variables, ...tokens(github.token) } });
    expect(github.log.requests).toEqual([]);
  });

  test('gets the token of a login there', async () => {
    const { github, folder, variables, host } = await configured();
    await logIn(variables.HOME, host, github.token);
    const ran = await devreport(folder, argv, {
      variables: { ...variables, ...tokens('other') },
    });
    expect(ran.code, ran.stderr).toBe(0);
  });

  test('gets the token for such hosts once the user names it', async () => {
    const { github, folder, variables, host } = await configured();
    const named = { ...variables, ...tokens('other'), GH_HOST: host };
    const ran = await devreport(folder, argv, {
      variables: { ...named, GH_ENTERPRISE_TOKEN: github.token },
    });
    expect(ran.code, ran.stderr).toBe(0);
  });
});

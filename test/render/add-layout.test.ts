import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { isThorough } from '../support/runs.ts';

/*
 * CONTRIBUTING, "A template", followed to the letter in a copy of the checkout: one file in
 * templates/, one golden folder, and the command of "Golden folders".
 */
const root = join(import.meta.dirname, '../..');

async function copyOfCheckout(): Promise<string> {
  const folder = await temporaryFolder();
  const copied = [
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'src',
    'templates',
    'test/support',
  ];
  for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true });
  // The golden folders of the checkout are tested in the checkout.
  await mkdir(join(folder, 'test/golden/trial'), { recursive: true });
  await cp(join(root, 'test/golden/golden.test.ts'), join(folder, 'test/golden/golden.test.ts'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function documentedCommand(): Promise<string[]> {
  const contributing = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8');
  const command = /^npx vitest run test\/golden .*$/m.exec(contributing)?.[0];
  if (command === undefined) throw new Error('CONTRIBUTING.md names no command for golden folders');
  // npx takes a second to find a program in node_modules/.bin.
  return command.split(' ').slice(1);
}

test.runIf(isThorough)(
  'a layout is one file and a golden folder, and the documented command passes at once',
  async () => {
    const folder = await copyOfCheckout();
    const golden = join(folder, 'test/golden/trial');
    const [program = '', ...args] = await documentedCommand();
    const { PATH, HOME } = process.env;
    const run = () =>
      promisify(execFile)(join('node_modules/.bin', program), args, {
        cwd: folder,
        env: { PATH, HOME },
      });
    await cp(join(root, 'test/golden/month/snapshot.json'), join(golden, 'snapshot.json'));
    await writeFile(join(golden, 'devreport.yml'), 'template: trial\n');

    // With a mistake in the layout, the command is red, names the mistake and writes nothing.
    const layout = join(folder, 'templates/trial.hbs');
    await writeFile(layout, '# {{titel}}\n');
    await expect(run()).rejects.toMatchObject({
      stderr: expect.stringContaining('trial.hbs:1: unknown name "titel"') as string,
    });
    expect(await readdir(golden)).not.toContain('expected.md');

    await writeFile(
      layout,
      '# Trial: {{title}}\n\n{{#each merged}}{{#each entries}}\n- {{> entry}}\n{{/each}}{{/each}}\n',
    );
    await run();
    expect(await readFile(join(golden, 'expected.md'), 'utf8')).toMatch(
      /^# Trial: Development report for /,
    );
  },
);

import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collect, git, GITHUB, temporary } from '../repository.ts';
import { AT, begun, HUBOT, mergeBranch, OCTO } from './branches.ts';

const squash = (number: number, author: string) => ({
  ...{ message: `Add (#${String(number)})`, at: AT, author, committer: GITHUB },
});

function history() {
  const made = begun();
  mergeBranch(made, { number: 1, head: 'epage/t', commits: ['Ed Page <ed@x.example>'] });
  made.commit(squash(2, 'Ed Page <ed@y.example>'));
  return made;
}

/** The only file in a cache. */
function fileIn(cacheFolder: string): string {
  const files = readdirSync(cacheFolder, { recursive: true, encoding: 'utf8' });
  const [file, ...others] = files.filter((name) => name.endsWith('.json'));
  if (file === undefined || others.length > 0) throw new Error(`found ${files.join(', ')}`);
  return join(cacheFolder, file);
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replaceAll(from, to));
}

describe('the cached history', () => {
  it('is read in place of the commits, and never from another clone', async () => {
    const [directory, other, cacheFolder] = [history().write(), history().write(), temporary()];
    const first = await collect(directory, { cacheFolder });
    expect(await collect(directory, { cacheFolder })).toEqual(first);
    change(fileIn(cacheFolder), 'ed@y.example', '7+hubot@users.noreply.github.com');
    const author = async (clone: string): Promise<unknown> =>
      (await collect(clone, { cacheFolder })).pullRequests.at(-1)?.author.login;
    expect(await author(directory)).toBe('hubot');
    expect(await author(other)).toBe('epage');
  });

  it('is completed by what is new, and leaves out what is gone', async () => {
    const made = history();
    const cacheFolder = temporary();
    const directory = made.write();
    await collect(directory, { cacheFolder });
    const add = (parent: string, message: string, person: string): string => {
      const tree = git(directory, ['rev-parse', 'main^{tree}']);
      const dated = `tree ${tree}\nparent ${parent}\nauthor ${person} 1493812800 +0000\ncommitter ${GITHUB} 1493812800 +0000\n\n${message}\n`;
      return git(directory, ['hash-object', '-t', 'commit', '-w', '--stdin'], dated);
    };
    const tip = git(directory, ['rev-parse', 'main']);
    const grown = add(add(tip, 'Add (#3)', OCTO), 'Add (#4)', 'Octo Cat <o@x.example>');
    const rewritten = add(
      `${tip}^`.replace(/.*/, git(directory, ['rev-parse', 'main^'])),
      'Add (#5)',
      HUBOT,
    );
    for (const next of [grown, rewritten, tip, grown]) {
      git(directory, ['update-ref', 'refs/heads/main', next]);
      expect(await collect(directory, { cacheFolder })).toEqual(await collect(directory));
    }
    expect(readdirSync(cacheFolder)).toHaveLength(1);
  });

  it('is made again when it is damaged', async () => {
    const [directory, cacheFolder] = [history().write(), temporary()];
    const expected = await collect(directory, { cacheFolder });
    const file = fileIn(cacheFolder);
    const whole = readFileSync(file, 'utf8');
    const damages: [from: string | RegExp, to: string][] = [
      ['"signatures":[', '"signatures":["odd",'],
      [/(?<="hashes":"\w+)\w"/, '"'],
      [/(?<="hashes":")\w/, 'g'],
      ['"firstParents":[', '"firstParents":[99,'],
      ['"firstParents":[', '"firstParents":[0.5,'],
      ['"times":[', '"times":[0,'],
      ['"authors":[', '"authors":[-1,'],
      [/(?<="mergedParents":\[\[\d+,\[)\d+/, '99'],
      [/(?<="mergedParents":\[\[)\d+/, '99'],
      [/(?<="messages":\[\[)\d+/, '99'],
      [/"tip":"\w+"/, '"tip":"x"'],
      [/"tip":"\w+"/, `"tip":"${'0'.repeat(40)}"`],
      ['"coAuthors"', '"other"'],
      [/$/, 'x'],
    ];
    for (const [from, to] of damages) {
      expect(whole.replace(from, to), String(from)).not.toBe(whole);
      writeFileSync(file, whole.replace(from, to));
      expect(await collect(directory, { cacheFolder }), String(from)).toEqual(expected);
      expect(readFileSync(file, 'utf8')).toBe(whole);
    }
    truncateSync(file, 200);
    expect(await collect(directory, { cacheFolder })).toEqual(expected);
  });

  it('is not kept without a folder, and never in the clone', async () => {
    const [directory, cacheFolder] = [history().write(), temporary()];
    const list = () => readdirSync(directory, { recursive: true }).length;
    const before = list();
    await collect(directory);
    await collect(directory, { cacheFolder });
    expect(list()).toBe(before);
  });

  it('is no reason to fail', async () => {
    const [directory, folder] = [history().write(), temporary()];
    const cacheFolder = join(folder, 'file', 'cache');
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'file'), '');
    const troubles: string[] = [];
    const onCacheTrouble = (message: string) => troubles.push(message);
    expect((await collect(directory, { cacheFolder, onCacheTrouble })).pullRequests).toHaveLength(
      2,
    );
    expect(troubles).toEqual([expect.stringContaining('Cannot use the cache in')]);
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { collect, git, History, temporary } from './repository.ts';

const at = '2017-05-03T12:00:00Z';
const lines = Array.from({ length: 30 }, (_, line) => `line ${String(line)}\n`);

function pristine(): string {
  const history = new History();
  const text = lines.join('');
  const other = text.toUpperCase();
  history.commit({
    message: 'Begin (#9)',
    at: '2017-05-02T00:00:00Z',
    files: { a: text, m: other },
  });
  history.merge({
    ...{ number: 1, head: 'linuxkit/ünï', title: 'Größe', at, author: 'Änn <ann@example.com>' },
    files: {
      ...{ b: lines.slice(3).join(''), a: null, 'dir/b': Buffer.of(0, 1) },
      ...{ m: `${other}more\n`, copy: other },
    },
  });
  const directory = temporary();
  git(directory, ['clone', '--quiet', history.write(), 'c']);
  const clone = join(directory, 'c');
  const signed = git(clone, ['cat-file', 'commit', 'main']).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n',
  );
  const tip = git(clone, ['hash-object', '-t', 'commit', '-w', '--stdin'], `${signed}\n`);
  git(clone, ['update-ref', 'refs/heads/main', tip]);
  git(clone, ['update-ref', 'refs/remotes/origin/main', tip]);
  return clone;
}

/** Sets everything in a clone that starts programs or changes the output of git. */
function arm(clone: string): { trace: string; variables: NodeJS.ProcessEnv } {
  const place = temporary();
  const trace = join(place, 'trace');
  const trap = join(place, 'trap');
  writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`, { mode: 0o755 });
  for (const hook of ['post-checkout', 'pre-auto-gc', 'reference-transaction', 'fsmonitor']) {
    writeFileSync(join(clone, '.git', 'hooks', hook), readFileSync(trap), { mode: 0o755 });
  }
  writeFileSync(join(clone, '.git', 'info', 'attributes'), 'dir/b diff=evil\nb diff=evil\n');
  writeFileSync(join(clone, '.gitattributes'), '* -diff filter=evil\n');
  writeFileSync(join(place, 'attributes'), '* -diff\n');
  writeFileSync(join(place, 'order'), 'dir/*\nb\n');
  writeFileSync(join(clone, '.mailmap'), 'Someone Else <else@example.com> <ann@example.com>\n');

  const settings: Record<string, string> = {
    ...{ 'core.fsmonitor': trap, 'core.pager': trap, 'core.editor': trap, 'core.askPass': trap },
    ...{ 'core.sshCommand': trap, 'core.gitProxy': trap, 'core.alternateRefsCommand': trap },
    ...{ 'core.hooksPath': join(clone, '.git', 'hooks'), 'core.bigFileThreshold': '1' },
    ...{ 'core.attributesFile': join(place, 'attributes'), 'core.worktree': '..' },
    ...{ 'core.abbrev': '4', 'core.quotePath': 'false', 'core.notesRef': 'refs/heads/main' },
    ...{ 'diff.external': trap, 'diff.evil.command': trap, 'diff.evil.textconv': trap },
    ...{ 'diff.evil.cachetextconv': 'true', 'diff.renames': 'copies', 'diff.renameLimit': '1' },
    ...{ 'diff.orderFile': join(place, 'order'), 'diff.algorithm': 'patience' },
    ...{ 'diff.relative': 'true', 'diff.noprefix': 'true', 'diff.submodule': 'log' },
    ...{ 'diff.ignoreSubmodules': 'all', 'diff.context': '0', 'diff.wsErrorHighlight': 'all' },
    ...{ 'filter.evil.clean': trap, 'filter.evil.smudge': trap, 'filter.evil.process': trap },
    ...{ 'gpg.program': trap, 'log.showSignature': 'true', 'log.mailmap': 'true' },
    ...{ 'log.showRoot': 'false', 'log.diffMerges': 'off', 'log.decorate': 'full' },
    ...{ 'log.abbrevCommit': 'true', 'log.date': 'raw', 'log.follow': 'true' },
    ...{ 'format.pretty': 'oneline', 'format.notes': '*', 'notes.displayRef': 'refs/heads/*' },
    ...{ 'i18n.logOutputEncoding': 'ISO-8859-1', 'color.ui': 'always', 'color.diff': 'always' },
    ...{ 'alias.log': `!${trap}`, 'alias.rev-parse': `!${trap}`, 'alias.config': `!${trap}` },
    ...{ 'pager.log': trap, 'pager.config': trap, 'pager.for-each-ref': trap },
    ...{ 'credential.helper': `!${trap}`, 'interactive.diffFilter': trap },
    ...{ 'remote.origin.uploadpack': trap, 'remote.origin.vcs': trap, 'uploadpack.hook': trap },
  };
  for (const [key, value] of Object.entries(settings)) git(clone, ['config', key, value]);
  const tip = git(clone, ['rev-parse', 'origin/main']);
  git(clone, ['replace', tip, 'origin/main^']);
  writeFileSync(join(clone, '.git', 'info', 'grafts'), `${tip}\n`);
  rmSync(trace, { force: true });

  const variables = {
    ...{ GIT_EXTERNAL_DIFF: trap, GIT_PAGER: trap, PAGER: trap, GIT_EDITOR: trap },
    ...{ GIT_DIR: place, GIT_WORK_TREE: place, GIT_INDEX_FILE: trap, GIT_TRACE: trace },
    ...{ GIT_TRACE2: trace, GIT_SSH_COMMAND: trap, GIT_ASKPASS: trap, GIT_EXEC_PATH: place },
    ...{ GIT_NAMESPACE: 'x', GIT_DIFF_OPTS: '-u9', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
    ...{ GIT_CONFIG_PARAMETERS: `'core.pager=${trap}' 'diff.external=${trap}'` },
  };
  return { trace, variables };
}

/** The content of every file, and when it was written. */
function fingerprint(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return `${path} ${hash} ${String(statSync(path).mtimeMs)}`;
    })
    .toSorted();
}

describe('a clone whose configuration, attributes and variables are hostile', () => {
  let clone: string;
  let armed: ReturnType<typeof arm>;
  let expected: Snapshot;

  beforeAll(async () => {
    clone = pristine();
    expected = await collect(clone);
    armed = arm(clone);
  });

  it('has the same facts', async () => {
    expect(expected.pullRequests).toMatchObject([
      { number: 9, files: [{ additions: 30 }, { additions: 30 }] },
      {
        ...{ number: 1, title: 'Größe', author: { name: 'Änn' } },
        files: [
          { path: 'b', previousPath: 'a', additions: 0, deletions: 3 },
          { path: 'copy', additions: 30, deletions: 0 },
          { path: 'dir/b', additions: 0, deletions: 0 },
          { path: 'm', additions: 1, deletions: 0 },
        ],
      },
    ]);
    const found = await collect(clone, { variables: armed.variables });
    const [attributes] = found.warnings.splice(1, 1);
    expect(attributes?.code).toBe('git-attributes');
    expect(found).toEqual(expected);
  });

  it('starts no program, though a plain git log does', async () => {
    await collect(clone, { variables: armed.variables });
    expect(existsSync(armed.trace)).toBe(false);
    const plain = ['--no-replace-objects', '-c', 'filter.evil.process='];
    git(clone, [...plain, 'log', '--root', '--patch', '--ext-diff']);
    const started = readFileSync(armed.trace, 'utf8');
    expect(started).toContain('--verify');
    expect(started).toContain('dir/b');
  });

  it('is not written to', async () => {
    const before = fingerprint(clone);
    await collect(clone, { variables: armed.variables });
    expect(fingerprint(clone)).toEqual(before);
  });
});

it('no error contains a password of an address', async () => {
  const history = new History();
  history.commit({ message: 'Add (#1)', at, files: { a: 'x' } });
  const bare = history.write();
  const blob = git(bare, ['rev-parse', 'main:a']);
  git(bare, [
    'config',
    'remote.origin.url',
    'https://someone:s3cret@github.com/linuxkit/linuxkit.git',
  ]);
  git(bare, ['config', 'remote.origin.promisor', 'true']);
  mkdirSync(join(bare, 'away'));
  execFileSync('mv', [join(bare, 'objects', blob.slice(0, 2)), join(bare, 'away')]);
  const error: unknown = await collect(bare).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'git-partial-clone' });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    expect(`${cause.message} ${JSON.stringify(cause)}`).not.toContain('s3cret');
  }
});

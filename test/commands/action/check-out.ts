import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Project } from './support.ts';

/** The files of a commit in the workspace, as actions/checkout leaves them. */
export function checkOut(project: Project, files: Readonly<Record<string, string>>): void {
  mkdirSync(project.workspace, { recursive: true });
  const date = '2017-05-02T08:00:00Z';
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: project.workspace,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  git('init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  git('add', '-A');
  git('commit', '-q', '--no-gpg-sign', '-m', 'Add reports');
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gitSource, type GitSourceOptions } from '../../../src/collect/git/git-source.ts';
import type { Progress } from '../../../src/collect/source.ts';
import type { Period } from '../../../src/period/period.ts';
import type { PullRequest, Snapshot } from '../../../src/snapshot/schema.ts';

const root = mkdtempSync(join(tmpdir(), 'devreport-git-'));
let directories = 0;

/** An empty directory. */
export function temporary(): string {
  directories += 1;
  const directory = join(root, String(directories));
  mkdirSync(directory);
  return directory;
}

let emptyRepository: string | undefined;

/** A bare repository without a commit, to copy: that is faster than another run of git. */
function empty(): string {
  if (emptyRepository === undefined) {
    emptyRepository = temporary();
    git(emptyRepository, ['init', '--quiet', '--bare', '--initial-branch=main', '--template=']);
  }
  return emptyRepository;
}

/** The variables of git in tests: it reads no configuration but the repository's. */
export const environment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: root,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

export function git(directory: string, args: readonly string[], input?: Buffer | string): string {
  const options = { cwd: directory, env: environment, stdio: 'pipe', input } as const;
  return execFileSync('git', args, { ...options, encoding: 'utf8' }).trim();
}

export interface CommitOptions {
  message: string;
  /** The committer date; the author date is a day earlier. */
  at: string;
  /** `Name <address>`. */
  author?: string;
  committer?: string;
  /** Numbers that `commit` returned; the branch's latest commit, unless given. */
  parents?: readonly number[];
  branch?: string;
  /** Null removes the file. */
  files?: Record<string, string | Buffer | null>;
  /** From the old path to the new one. */
  renames?: Record<string, string>;
}

export const AUTHOR = 'Ada Author <ada@example.com>';
export const GITHUB = 'GitHub <noreply@github.com>';

/** A history for `git fast-import`. */
export class History {
  readonly #parts: (string | Buffer)[] = [];
  readonly #tips = new Map<string, number>();
  #marks = 0;

  /** @returns the commit's number, by which others name it as a parent */
  commit({ message, at, branch = 'main', ...options }: CommitOptions): number {
    const time = Date.parse(at) / 1000;
    const { author = AUTHOR, committer = author, files = {}, renames = {} } = options;
    const tip = this.#tips.get(branch);
    const [first, ...merged] = options.parents ?? (tip === undefined ? [] : [tip]);
    const mark = (this.#marks += 1);
    this.#tips.set(branch, mark);
    this.#line(first === undefined ? `reset refs/heads/${branch}\n` : '');
    this.#line(`commit refs/heads/${branch}\nmark :${String(mark)}`);
    this.#line(`author ${author} ${String(time - 86_400)} +0200`);
    this.#line(`committer ${committer} ${String(time)} -0700`);
    this.#data(message);
    if (first !== undefined) this.#line(`from :${String(first)}`);
    for (const parent of merged) this.#line(`merge :${String(parent)}`);
    for (const [from, to] of Object.entries(renames)) this.#line(`R ${quote(from)} ${quote(to)}`);
    for (const [path, content] of Object.entries(files)) {
      this.#line(content === null ? `D ${quote(path)}` : `M 100644 inline ${quote(path)}`);
      if (content !== null) this.#data(content);
    }
    return mark;
  }

  /** The number of a branch's latest commit. */
  tip(branch: string): number {
    const tip = this.#tips.get(branch);
    if (tip === undefined) throw new Error(`no commit on ${branch}`);
    return tip;
  }

  /** A merge by GitHub's button, of a branch with one commit. */
  merge(options: { number: number; head: string; title: string; body?: string } & Merge): number {
    const { number, head, title, body, merger = 'Max Merger <max@example.com>', at } = options;
    const base = this.#tips.get('main');
    const tip = this.commit({
      ...{ message: 'work', at, branch: `pull-${String(number)}`, files: options.files ?? {} },
      ...(options.author === undefined ? {} : { author: options.author }),
      parents: base === undefined ? [] : [base],
    });
    const rest = body === undefined ? '' : `\n\n${body}`;
    return this.commit({
      message: `Merge pull request #${String(number)} from ${head}\n\n${title}${rest}\n`,
      ...{ at, author: merger, committer: GITHUB },
      parents: base === undefined ? [tip] : [base, tip],
      files: options.files ?? {},
    });
  }

  /** Writes the history into a bare repository, whose `HEAD` is `main`. */
  write(): string {
    const directory = temporary();
    cpSync(empty(), directory, { recursive: true });
    const parts = this.#parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
    git(directory, ['fast-import', '--quiet', '--force'], Buffer.concat(parts));
    return directory;
  }

  #line(text: string): void {
    this.#parts.push(`${text}\n`);
  }

  #data(content: string | Buffer): void {
    this.#line(`data ${String(Buffer.byteLength(content))}`);
    this.#parts.push(content, '\n');
  }
}

/** A history with one commit before the week. */
export function begun(files: Record<string, string | Buffer> = {}): History {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', files });
  return history;
}

interface Merge {
  at: string;
  author?: string;
  merger?: string;
  files?: Record<string, string | Buffer | null>;
}

function quote(path: string): string {
  return JSON.stringify(path);
}

export const REPOSITORY = 'linuxkit/linuxkit';
export const WEEK: Period = {
  ...{ kind: 'week', timezone: 'UTC', date: '2017-05-08' },
  ...{ start: '2017-05-01T00:00:00Z', end: '2017-05-08T00:00:00Z' },
};

interface Options {
  period?: Period;
  repository?: string;
  server?: string;
  now?: string;
  variables?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  patience?: number;
  report?: (progress: Progress) => void;
  people?: GitSourceOptions['people'];
  cacheFolder?: string;
  earlierPeriods?: number;
  onCacheTrouble?: (message: string) => void;
  /** Numbers of this repository. */
  cited?: readonly number[];
}

/** What the source collects; of the week that ended on 8 May 2017, unless given. */
export async function collect(directory: string, options: Options = {}): Promise<Snapshot> {
  const source = gitSource({
    ...{ directory, environment: { ...environment, ...options.variables } },
    now: options.now ?? '2017-05-08T09:00:00Z',
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.server === undefined ? {} : { server: options.server }),
    ...(options.report === undefined ? {} : { report: options.report }),
    ...{ people: options.people, cacheFolder: options.cacheFolder },
    earlierPeriods: options.earlierPeriods,
    ...(options.onCacheTrouble === undefined ? {} : { onCacheTrouble: options.onCacheTrouble }),
  });
  const signal = options.signal ?? new AbortController().signal;
  const repository = options.repository ?? REPOSITORY;
  const cited = (options.cited ?? []).map((number) => ({ repository, number }));
  return source.collect([repository], options.period ?? WEEK, signal, cited);
}

/** The only pull request that the source collects. */
export async function collectOne(directory: string, options: Options = {}): Promise<PullRequest> {
  const { pullRequests } = await collect(directory, options);
  const [only] = pullRequests;
  if (only === undefined || pullRequests.length > 1) {
    throw new Error(`found ${String(pullRequests.length)} pull requests, not one`);
  }
  return only;
}

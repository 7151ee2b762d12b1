import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Surroundings } from '../../src/commands/environment.ts';
import type { DeskEvent } from '../../src/edit/protocol.ts';
import { devreport, type Ran } from '../support/run.ts';

export interface OpenedDesk {
  /** With the token. */
  address: string;
  /** `http://127.0.0.1:8080` */
  origin: string;
  /** Ends the command, and gives what it has printed. */
  end: () => Promise<Ran>;
  /** What it has printed to stderr so far. */
  stderr: () => string;
}

type DeskRun = [cwd: string, argv?: readonly string[], environment?: Partial<Surroundings>];

/** Runs `devreport edit` in a folder until the test is over. */
export async function openDesk(...run: DeskRun): Promise<OpenedDesk> {
  const desk = await startDesk(...run);
  onTestFinished(async () => {
    await desk.end();
  });
  return desk;
}

/** One desk for all tests of a `describe`, and who has opened it. */
export function sharedDesk(): () => { desk: OpenedDesk; client: DeskClient } {
  let opened: { desk: OpenedDesk; client: DeskClient } | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'devreport-desk-'));
    const desk = await startDesk(folder);
    opened = { desk, client: await DeskClient.open(desk) };
  });
  afterAll(async () => {
    await opened?.desk.end();
    await rm(folder, { recursive: true });
  });
  return () => {
    if (!opened) throw new Error('the tests have not started');
    return opened;
  };
}

async function startDesk(
  ...[cwd, argv = ['--week', '2017-05-08', '--source', 'sample'], environment = {}]: DeskRun
): Promise<OpenedDesk> {
  const controller = new AbortController();
  let stderr = '';
  let opened = (_address: string): void => undefined;
  const printed = new Promise<string>((resolve) => (opened = resolve));
  const ran = devreport(cwd, ['edit', ...argv, '--no-open'], {
    variables: { XDG_CACHE_HOME: join(cwd, '.cache') },
    signal: controller.signal,
    stdout: { write: (text) => opened(text.trim()) },
    stderr: { write: (text) => (stderr += text) },
    ...environment,
  });
  const end = (): Promise<Ran> => {
    controller.abort(new Error('the test is over'));
    return ran;
  };
  const address = await Promise.race([
    printed,
    ran.then(() => Promise.reject(new Error(`it ended: ${stderr}`))),
  ]);
  return { address, origin: new URL(address).origin, end, stderr: () => stderr };
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request as it is: fetch would refuse some headers. */
export function send(
  address: string,
  { method = 'GET', headers = {}, body }: SendOptions = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface SendOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A browser that has opened the desk. */
export class DeskClient {
  readonly #origin: string;
  readonly cookie: string;

  private constructor(origin: string, cookie: string) {
    this.#origin = origin;
    this.cookie = cookie;
  }

  static async open({ address, origin }: OpenedDesk): Promise<DeskClient> {
    const { headers } = await send(address);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    return new DeskClient(origin, cookie.split(';')[0] ?? '');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return send(this.#origin + path, { headers: { cookie: this.cookie, ...headers } });
  }

  /** As the page of the desk sends it, but for what `headers` change; empty ones are left out. */
  write(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all = {
      cookie: this.cookie,
      origin: this.#origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      ...headers,
    };
    const given = Object.entries(all).filter(([, value]) => value !== '');
    return send(this.#origin + path, {
      method,
      headers: Object.fromEntries(given),
      body: JSON.stringify(body),
    });
  }

  /** The events so far, while the desk is open. */
  events(): DeskEvent[] {
    const seen: DeskEvent[] = [];
    let rest = '';
    const sent = request(`${this.#origin}/api/events`, { headers: { cookie: this.cookie } });
    sent.on('response', (response) => {
      response.on('data', (part: Buffer) => {
        const lines = (rest + part.toString()).split('\n');
        rest = lines.pop() ?? '';
        const data = lines.flatMap((line) => /^data: (.*)$/.exec(line)?.[1] ?? []);
        seen.push(...data.map((one) => JSON.parse(one) as DeskEvent));
      });
      response.on('error', () => undefined);
    });
    sent.on('error', () => undefined);
    sent.end();
    return seen;
  }

  async json<T>(answer: Promise<Answer>): Promise<T> {
    return JSON.parse((await answer).body) as T;
  }
}

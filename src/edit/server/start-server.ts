import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { UsageError } from '../../errors.ts';
import { errorCode } from '../../files/error-code.ts';
import { deskApp, type DeskServices } from './app.ts';
import { Guard } from './guard.ts';
import { Visits } from './visits.ts';

export interface ServerOptions extends Pick<DeskServices, 'host' | 'script' | 'report'> {
  /** 0 for any free one. */
  port: number;
  /** How long no page may be open before the server ends, once one was, in milliseconds. */
  idle: number;
  signal: AbortSignal;
}

export interface DeskServer {
  /** Opens the desk, once. */
  address: string;
  /** Settled when the pages were closed, or the signal is aborted. */
  ended: Promise<void>;
}

/**
 * Serves the desk on 127.0.0.1.
 *
 * @throws {UsageError} `port-unusable`
 */
export async function startServer({
  port: asked,
  idle,
  signal,
  ...services
}: ServerOptions): Promise<DeskServer> {
  const app = { fetch: (_request: Request): Response | Promise<Response> => new Response() };
  const server = createAdaptorServer({ fetch: (request) => app.fetch(request) });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new UsageError('port-unusable', `Cannot listen on port ${asked} (${errorCode(cause)}).`, {
          hint: 'Choose another one with --port, or none for any that is free.',
          cause,
        }),
      );
    });
    server.listen(asked, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const guard = new Guard(port);
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      server.close(() => resolve());
      // Otherwise the streams of events would keep it open.
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    const visits = new Visits(idle, end);
    const { fetch } = deskApp({ ...services, guard, visits });
    app.fetch = (request) => fetch(request);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return { address: guard.address, ended };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of loopback. */
export abstract class Loopback {
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => void this.serve(request, response));
    // No connection is closed for being idle: on a busy machine a request would cross with that.
    this.#server.keepAliveTimeout = 0;
  }

  /** `http://127.0.0.1:PORT` */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** As github.com has it; `…/api/graphql`, as GitHub Enterprise Server has it, answers the same. */
  get graphqlUrl(): string {
    return `${this.url}/graphql`;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  /** Closes every connection, also those of answers that never come. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  protected abstract serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeskEvent } from '../protocol.ts';
import type { DeskHost } from './host.ts';
import type { Visits } from './visits.ts';

/** Milliseconds between signs of life, by which both sides notice a lost connection. */
const PING = 10_000;

/** Sends events for as long as the page is open. */
export function streamEvents(context: Context, host: DeskHost, visits: Visits): Response {
  return streamSSE(context, async (stream) => {
    const send = (event: DeskEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
    visits.begin();
    const stop = host.listen(send);
    stream.onAbort(() => {
      stop();
      visits.end();
    });
    while (!stream.aborted) {
      send({ type: 'ping' });
      await stream.sleep(PING);
    }
  });
}

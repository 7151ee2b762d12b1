import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { actSchema, saveSchema, textRequestSchema } from '../requests.ts';
import { answerTo, bodyOf } from './answers.ts';
import { streamEvents } from './events.ts';
import type { Guard } from './guard.ts';
import { dataHeaders, pageHeaders, previewHeaders } from './headers.ts';
import type { DeskHost } from './host.ts';
import { deskShell, openedShell, previewShell, refusedShell } from './shell.ts';
import type { Visits } from './visits.ts';

/** Bytes; what a report can have. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface DeskServices {
  host: DeskHost;
  guard: Guard;
  visits: Visits;
  /** The program of the page. */
  script: string;
  /** Called for errors that are bugs. */
  report: (error: unknown) => void;
}

/** The routes of the desk. */
export function deskApp({ host, guard, visits, script, report }: DeskServices): Hono {
  const app = new Hono();
  app.onError((error, context) => answerTo(error, context, report));
  app.notFound((context) => context.json({ message: 'No such address.' }, 404));
  app.use(guard.requests, bodyLimit({ maxSize: MOST_BYTES }));

  app.get('/', pageHeaders, (context) => {
    const token = context.req.query('token');
    if (token !== undefined && guard.exchange(context, token)) return context.html(openedShell());
    if (!guard.isOpenedBy(context)) return context.html(refusedShell(), 401);
    if (token !== undefined) return context.html(openedShell());
    return context.html(deskShell(context.get('secureHeadersNonce') ?? ''));
  });
  app.use(guard.session);
  app.get('/preview', previewHeaders, (context) => context.html(previewShell()));

  app.use(dataHeaders);
  app.get('/desk.js', (context) =>
    context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/files/*', (context) => {
    const image = host.image(context.req.path.slice('/files/'.length));
    if (!image) return context.notFound();
    return context.body(Uint8Array.from(image.bytes), 200, { 'content-type': image.type });
  });

  app.get('/api/report', async (context) => context.json(await host.report()));
  app.put('/api/report', async (context) => {
    const answer = host.save(await bodyOf(context, saveSchema));
    return context.json(answer, 'conflict' in answer ? 409 : 200);
  });
  app.put('/api/unsaved', async (context) => {
    host.keep(await bodyOf(context, saveSchema));
    return context.json({});
  });
  app.post('/api/read', async (context) =>
    context.json(host.read((await bodyOf(context, textRequestSchema)).text)),
  );
  app.post('/api/act', async (context) => context.json(host.act(await bodyOf(context, actSchema))));
  app.get('/api/facts', async (context) => context.json(await host.facts()));
  app.post('/api/refresh', async (context) =>
    context.json(await host.refresh((await bodyOf(context, textRequestSchema)).text)),
  );
  app.post('/api/news', async (context) =>
    context.json(host.news((await bodyOf(context, textRequestSchema)).text)),
  );
  app.get('/api/events', (context) => streamEvents(context, host, visits));
  return app;
}

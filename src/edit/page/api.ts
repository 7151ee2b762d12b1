import type {
  ActAnswer,
  ActRequest,
  DeskFacts,
  DeskReading,
  DeskReport,
  NewsAnswer,
  Problem,
  SaveAnswer,
  SaveRequest,
} from '../protocol.ts';

/** What the server refused, in words for the editor. */
export class RequestFailed extends Error {
  readonly status: number;
  readonly hint: string | undefined;

  constructor(status: number, { message, hint }: Problem) {
    super(message);
    this.status = status;
    this.hint = hint;
  }
}

/** Nobody answers: devreport has ended, or the computer slept. */
export class ServerGone extends Error {}

/** The routes of the server. All throw `RequestFailed` and `ServerGone`; an aborted signal throws its reason. */
export const api = {
  report: () => send<DeskReport>('GET', '/api/report'),
  facts: () => send<DeskFacts>('GET', '/api/facts'),
  read: (text: string, signal: AbortSignal) =>
    send<DeskReading>('POST', '/api/read', { text }, { signal }),
  act: (request: ActRequest) => send<ActAnswer>('POST', '/api/act', request),
  save: (request: SaveRequest) => send<SaveAnswer>('PUT', '/api/report', request),
  /** @param keepalive also when the page is closed meanwhile */
  keep: (unsaved: SaveRequest, keepalive: boolean) =>
    send<object>('PUT', '/api/unsaved', unsaved, { keepalive }),
  refresh: (text: string) => send<NewsAnswer>('POST', '/api/refresh', { text }),
  news: (text: string) => send<NewsAnswer>('POST', '/api/news', { text }),
};

async function send<Answer>(
  method: string,
  path: string,
  body?: unknown,
  settings?: RequestInit,
): Promise<Answer> {
  const response = await ask(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
    ...settings,
  });
  const answer: unknown = await response.json();
  if (response.ok || response.status === 409) return answer as Answer;
  throw new RequestFailed(response.status, answer as Problem);
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (cause) {
    if (cause instanceof DOMException) throw cause;
    throw new ServerGone('devreport does not answer.', { cause });
  }
}

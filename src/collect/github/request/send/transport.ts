import { classifyStatus, type ResponseHeaders } from '../failures/classify.ts';
import { Failure, type FailureKind } from '../failures/failure.ts';
import { receiveBody } from './receive-body.ts';

export type Fetch = typeof fetch;

/** A request as @octokit/request has prepared it. */
export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface HttpResponse {
  status: number;
  url: string;
  headers: ResponseHeaders;
  body: Record<string, unknown>;
}

/**
 * One HTTP exchange, instead of @octokit/request's own, which takes unreadable bodies for empty
 * answers, and follows redirects.
 *
 * @param hideToken removes the token from messages of the server and the network
 * @throws {Failure} for anything but a JSON object with status 200
 */
export async function exchange(
  { url, method, headers, body }: HttpRequest,
  fetch: Fetch,
  signal: AbortSignal,
  hideToken: (text: string) => string,
): Promise<HttpResponse> {
  const request = { method, headers, body: JSON.stringify(body), signal };
  const networkFailure = (error: unknown): never => {
    if (error instanceof Failure) throw error;
    const { message, code } = causeOf(error);
    throw new Failure(kindOf(code), hideToken(message));
  };
  // The token goes to the configured host and nowhere else.
  const response = await fetch(url, { ...request, redirect: 'manual' }).catch(networkFailure);
  const { status } = response;
  if (status >= 300 && status <= 399) throw redirected(url, response.headers.get('location'));
  const received: ResponseHeaders = Object.fromEntries(response.headers);
  const text = await receiveBody(response).catch(networkFailure);
  const data = parse(text);
  if (status !== 200) throw classifyStatus(status, hideToken(messageOf(data) ?? text), received);
  if (!isObject(data)) throw new Failure('unavailable', 'the answer is not a JSON object');
  return { status, url, headers: received, body: data };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function messageOf(data: unknown): string | undefined {
  const source =
    isObject(data) && Array.isArray(data['errors']) ? (data['errors'][0] as unknown) : data;
  return isObject(source) && typeof source['message'] === 'string' ? source['message'] : undefined;
}

function kindOf(code: string): FailureKind {
  if (certificateCodes.test(code)) return 'untrusted';
  // Without a code, `fetch` itself refuses: a blocked port, for example.
  return code === '' || connectionCodes.test(code) ? 'unreachable' : 'unavailable';
}

/** `UND_ERR_ABORTED` is a proxy's refusal. */
const connectionCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_ABORTED)$/;
/** OpenSSL's and Node's codes, as in Node's documentation of TLS errors. */
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** The error itself is just `fetch failed`. */
function causeOf(error: unknown): { message: string; code: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return { message: String(cause), code: '' };
  return { message: cause.message, code: 'code' in cause ? String(cause.code) : '' };
}

function redirected(url: string, location: string | null): Failure {
  const target = URL.canParse(location ?? '', url) ? new URL(location ?? '', url).host : 'nowhere';
  return new Failure('redirected', `${new URL(url).host} redirects to ${target}`);
}

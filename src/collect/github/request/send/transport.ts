import { classifyStatus, type Headers } from '../failures/classify.ts';
import { Failure, type FailureKind } from '../failures/failure.ts';

export type Fetch = typeof fetch;

/** A request as @octokit/request has prepared it. */
export interface Prepared {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface Received {
  status: number;
  url: string;
  headers: Headers;
  data: Record<string, unknown>;
}

/**
 * One HTTP exchange, in the place of @octokit/request's own: that one takes bodies it cannot read for
 * empty answers, and follows redirects.
 *
 * @param conceal takes the token out of what the server or the network says
 * @throws {Failure} for anything but a JSON object with status 200
 */
export async function exchange(
  { url, method, headers, body }: Prepared,
  fetch: Fetch,
  signal: AbortSignal,
  conceal: (text: string) => string,
): Promise<Received> {
  const request = { method, headers, body: JSON.stringify(body), signal };
  const networkFailure = (error: unknown): never => {
    const { message, code } = causeOf(error);
    throw new Failure(kindOf(code), conceal(message));
  };
  // The token goes to the configured host and nowhere else.
  const response = await fetch(url, { ...request, redirect: 'manual' }).catch(networkFailure);
  const { status } = response;
  if (status >= 300 && status <= 399) throw redirected(url, response.headers.get('location'));
  const received: Headers = Object.fromEntries(response.headers);
  const text = await response.text().catch(networkFailure);
  const data = parse(text);
  if (status !== 200) throw classifyStatus(status, conceal(messageOf(data) ?? text), received);
  if (!isRecord(data)) throw new Failure('unavailable', 'an answer that is no JSON object');
  return { status, url, headers: received, data };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
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
  const from =
    isRecord(data) && Array.isArray(data['errors']) ? (data['errors'][0] as unknown) : data;
  return isRecord(from) && typeof from['message'] === 'string' ? from['message'] : undefined;
}

/** OpenSSL's and Node's, as Node's documentation of TLS errors lists them. */
function kindOf(code: string): FailureKind {
  if (certificateCodes.test(code)) return 'untrusted';
  // Without a code it is fetch itself that refuses, a port for one.
  return code === '' || noWayCodes.test(code) ? 'unreachable' : 'unavailable';
}

/** `UND_ERR_ABORTED` is what a proxy's refusal is called. */
const noWayCodes = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_ABORTED)$/;
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** `fetch failed` says nothing; its cause does. */
function causeOf(error: unknown): { message: string; code: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return { message: String(cause), code: '' };
  return { message: cause.message, code: 'code' in cause ? String(cause.code) : '' };
}

function redirected(url: string, location: string | null): Failure {
  const target = URL.canParse(location ?? '', url) ? new URL(location ?? '', url).host : 'nowhere';
  return new Failure('redirected', `${new URL(url).host} redirects to ${target}`);
}

import { onOneLine } from './safe-text.ts';

/** Why one attempt failed. What follows from it is decided in `retry.ts`. */
export type FailureKind =
  /** The answer was too much work for the server: 502, 504, timeouts, resource limits. Ask for less. */
  | 'heavy'
  /** The server is in trouble, or the line to it: 500, 503, lost sockets, unreadable bodies. */
  | 'unavailable'
  /** There is no way to it: no such host, nobody at the port, a proxy that refuses. */
  | 'unreachable'
  /** Its certificate is not one to trust. */
  | 'untrusted'
  /** The hour's points are spent. */
  | 'rate-limited'
  /** Too many requests at once or in a minute. */
  | 'secondary-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'wrong-endpoint'
  | 'redirected'
  /** The server does not understand the query: a GitHub Enterprise Server too old for it. */
  | 'refused'
  /** One field of the request names something that does not exist, or may not be seen. */
  | 'not-found';

export class Failure extends Error {
  readonly kind: FailureKind;
  /** Seconds to wait, as the server asked. */
  readonly retryAfter: number | null;
  /** When the hour's points are renewed, and what time it was, both by the server: milliseconds. */
  readonly resetAt: number | null;
  readonly date: number | null;
  readonly timedOut: boolean;

  constructor(
    kind: FailureKind,
    message: string,
    facts: {
      retryAfter?: number | null;
      resetAt?: number | null;
      date?: number | null;
      timedOut?: boolean;
    } = {},
  ) {
    super(onOneLine(message));
    this.name = 'Failure';
    this.kind = kind;
    this.retryAfter = facts.retryAfter ?? null;
    this.resetAt = facts.resetAt ?? null;
    this.date = facts.date ?? null;
    this.timedOut = facts.timedOut ?? false;
  }

  /** Whether it may pass, and says nothing of what was asked for. */
  get passes(): boolean {
    return ['heavy', 'unavailable', 'unreachable'].includes(this.kind);
  }

  /** The first sentence of the message: the next ones tell whom to ask, and change from time to time. */
  get brief(): string {
    return this.message.replace(/\.(?: .*)?$/, '');
  }
}

import { onOneLine } from './one-line.ts';

/** Why an attempt failed. What follows from it is decided in `retry.ts`. */
export type FailureKind =
  /** Too much work for the server: 502, 504, timeouts, resource limits. Ask for less. */
  | 'heavy'
  /** The answer is longer than any that is read. Ask for less. */
  | 'oversized'
  /** The server or the connection is in trouble: 500, 503, lost sockets, unreadable bodies. */
  | 'unavailable'
  /** No way to the server: unknown host, connection refused, a proxy that refuses. */
  | 'unreachable'
  /** Errors that devreport doesn't know, or data of another form. Another attempt seldom helps. */
  | 'unexplained'
  /** The server's certificate can't be verified. */
  | 'untrusted'
  /** The hour's points are spent. */
  | 'rate-limited'
  /** Too many requests at once, or in a minute. */
  | 'secondary-limited'
  | 'unauthorized'
  | 'forbidden'
  | 'wrong-endpoint'
  | 'redirected'
  /** The server rejects the query: a GitHub Enterprise Server that is too old for it. */
  | 'refused'
  /** One field of the request names something that doesn't exist, or that the token can't see. */
  | 'not-found';

const transientKinds: readonly FailureKind[] = [
  ...(['heavy', 'oversized', 'unavailable', 'unreachable', 'unexplained'] as const),
];

export class Failure extends Error {
  readonly kind: FailureKind;
  /** Seconds to wait, as the server asked. */
  readonly retryAfter: number | null;
  /** When the hour's points are renewed, and the time then, both by the server's clock: milliseconds. */
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

  /** Whether the same request may succeed later. */
  get isTransient(): boolean {
    return transientKinds.includes(this.kind);
  }

  /**
   * As how many failures of a question it counts. A timeout of ours has taken twice as long as GitHub
   * ever takes.
   */
  get weight(): number {
    return this.timedOut ? 3 : 1;
  }

  /** The message's first sentence. The others are advice, and differ from answer to answer. */
  get brief(): string {
    return this.message.replace(/\.(?: .*)?$/, '');
  }
}

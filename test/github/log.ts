import type { GraphQLRequest } from './answer.ts';

/** What became of one request. */
export interface LogEntry extends GraphQLRequest {
  path: string;
  /** Whether the right token, any other, or none came with it. */
  token: 'right' | 'wrong' | 'none';
  /** Of the account that the token is for. */
  login: string | null;
  /** How many were being answered when it came, itself included. */
  inFlight: number;
  /** Nodes that the answer could have had. */
  asked: number;
  /** Nodes in the answer. */
  nodes: number;
  /** Points. */
  cost: number;
  /** Null while it was not answered, or never. */
  status: number | null;
  /** `ok`, the type of GitHub's first error, or the name of the failure. */
  outcome: string;
}

/** All requests, in the order they came. */
export class Log {
  readonly requests: LogEntry[] = [];
  inFlight = 0;
  maxInFlight = 0;

  get points(): number {
    return this.requests.reduce((sum, { cost }) => sum + cost, 0);
  }

  get nodes(): number {
    return this.requests.reduce((sum, { nodes }) => sum + nodes, 0);
  }

  /** How many requests each operation made. */
  get operations(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { operation } of this.requests) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  begin(path: string, from: Pick<LogEntry, 'token' | 'login'>): LogEntry {
    this.inFlight++;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    const entry: LogEntry = {
      number: this.requests.length + 1,
      path,
      ...from,
      inFlight: this.inFlight,
      operation: '',
      query: '',
      variables: {},
      mutations: [],
      asked: 0,
      nodes: 0,
      cost: 0,
      status: null,
      outcome: 'unanswered',
    };
    this.requests.push(entry);
    return entry;
  }

  end(): void {
    this.inFlight--;
  }

  clear(): void {
    this.requests.length = 0;
    this.maxInFlight = this.inFlight;
  }
}

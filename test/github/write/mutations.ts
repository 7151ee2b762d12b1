import { ApiError } from '../errors.ts';

/** A mutation that was asked for. */
export interface Mutation {
  /** Like `createRef`. */
  name: string;
  input: Record<string, unknown>;
  /** The number of its request. */
  request: number;
  /** `ok`, or the type of GitHub's error. */
  outcome: string;
}

type Hook = (mutation: Mutation) => void;

/** All mutations, in the order they came, and what a test lets happen between them. */
export class Mutations {
  readonly list: Mutation[] = [];
  readonly #hooks = { before: new Set<[string, Hook]>(), after: new Set<[string, Hook]>() };
  #done: Mutation[] = [];

  /** Runs the hook whenever the mutation is asked for, or was done; the function returned stops that. */
  on(when: 'before' | 'after', name: string, hook: Hook): () => void {
    const entry: [string, Hook] = [name, hook];
    this.#hooks[when].add(entry);
    return () => void this.#hooks[when].delete(entry);
  }

  perform(asked: Omit<Mutation, 'outcome'>, act: () => object): object {
    const mutation = { ...asked, outcome: 'fixture-error' };
    this.list.push(mutation);
    this.#run('before', mutation);
    try {
      const payload = act();
      mutation.outcome = 'ok';
      this.#done.push(mutation);
      return payload;
    } catch (error) {
      if (error instanceof ApiError) mutation.outcome = error.type;
      throw error;
    }
  }

  /** What comes after the mutations of a request comes after its answer was made. */
  finish(): void {
    const done = this.#done;
    this.#done = [];
    for (const mutation of done) this.#run('after', mutation);
  }

  #run(when: 'before' | 'after', mutation: Mutation): void {
    for (const [name, hook] of [...this.#hooks[when]]) if (name === mutation.name) hook(mutation);
  }
}

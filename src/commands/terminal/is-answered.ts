import type { Environment } from '../environment.ts';

/** Whether a person is at the terminal who sees questions and can answer them. */
export function isAnswered({ stdin, stderr }: Environment): boolean {
  return stderr.isTTY === true && stdin?.().isTTY === true;
}

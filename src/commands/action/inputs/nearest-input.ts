import { NearNames } from '../../../check/spelling/one-slip.ts';
import { inputNames } from './input-schema.ts';

/** Shorter names are part of many. */
const SHORTEST = 3;

/** The input that somebody meant who wrote another name; null when nothing suggests one. */
export function nearestInput(name: string): string | null {
  const [near] = new NearNames(inputNames).to(name);
  if (near !== undefined) return near;
  const beginning = name.slice(0, Math.max(SHORTEST, name.length - 3));
  if (beginning.length < SHORTEST) return null;
  return (
    inputNames.find((known) => known.startsWith(beginning)) ??
    inputNames.find((known) => known.includes(beginning)) ??
    null
  );
}

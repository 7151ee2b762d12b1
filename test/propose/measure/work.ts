import { factsOfHistory } from '../../../src/propose/facts-of-project.ts';
import { measureSpread, shareOf } from '../../../src/propose/measure/spread.ts';
import { propose } from '../../../src/propose/propose.ts';
import type { Project } from '../../../src/propose/project.ts';
import { project } from '../project.ts';

/** A change of an invented history. */
export interface Work {
  title: string;
  paths: string[];
  labels?: string[];
}

/** A project whose history merged each of these changes as often as its number says. */
export function projectOf(parts: Partial<Project>, ...work: [number, Work][]): Project {
  const history = work.flatMap(([count, one]) =>
    Array.from({ length: count }, (_, index) => ({ ...one, number: index + 1 })),
  );
  return project({ ...factsOfHistory(history), ...parts });
}

/** What each proposed section has of the changes, in percent. */
export function shares(parts: Partial<Project>, ...work: [number, Work][]): Record<string, number> {
  const from = projectOf(parts, ...work);
  const { sections, fallback } = propose(from);
  const spread = measureSpread(sections, fallback ?? '', from.tried);
  return Object.fromEntries(
    sections.map(({ title }) => [title, Math.round(100 * shareOf(spread, title))]),
  );
}

export const change = (title: string, ...paths: string[]): Work => ({ title, paths });
/** Only its path says what it is about. */
export const area = (path: string): Work => change('Say it', path);

import type { DecidedPull } from '../../categorise/categorise.ts';
import type { Config } from '../../config/schema/schema.ts';
import { fillWords } from '../../placeholder/fill-words.ts';
import type { Bump } from './read-bump.ts';

/** The bumps of one package, oldest first. */
export interface PackageBumps {
  pulls: DecidedPull[];
  bumps: Bump & { count: number };
}

/** Joins the bumps of the same package, in the order of their first; its range is that of all of them. */
export function mergeBumps(found: readonly { pull: DecidedPull; bump: Bump }[]): PackageBumps[] {
  const byPackage = new Map<string, PackageBumps>();
  for (const { pull, bump } of found) {
    const key = bump.package.toLowerCase();
    const { pulls, bumps } = byPackage.get(key) ?? { pulls: [], bumps: { ...bump, count: 0 } };
    byPackage.set(key, {
      pulls: [...pulls, pull],
      bumps: {
        package: bumps.package,
        from: bumps.from ?? bump.from,
        to: bump.to ?? bumps.to,
        count: bumps.count + 1,
      },
    });
  }
  return [...byPackage.values()];
}

/** `goose 1.41.0 → 1.45.0 (5 pull requests)` */
export function bumpsText(
  { package: name, from, to, count }: PackageBumps['bumps'],
  { sentences, locale }: Pick<Config, 'sentences' | 'locale'>,
): string {
  const range = [
    ...(from === null || from === to ? [] : [from]),
    ...(to === null ? [] : ['→', to]),
  ];
  const times = count === 1 ? '' : fillWords(sentences.bumps, { count }, locale);
  return [name, ...range, ...(times === '' ? [] : [`(${times})`])].join(' ');
}

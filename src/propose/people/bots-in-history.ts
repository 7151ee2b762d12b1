import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import { personKey } from '../../people/person-key.ts';
import { personName } from '../../people/person-name.ts';
import { areAlike } from './alike.ts';
import { isMachineName } from './machine-name.ts';
import type { ProposedBot } from './proposed-bot.ts';

/**
 * Those with the name of a machine whose commits are alike. A name alone may be a joke, and people make
 * commits that are alike, too: releases, translations, a file that is edited on the site.
 */
export function botsInHistory(signatures: readonly KnownSignature[]): ProposedBot[] {
  const writers = new Map<string, KnownSignature[]>();
  for (const signature of signatures) {
    const key = personKey(signature.person);
    const same = writers.get(key);
    if (same) same.push(signature);
    else writers.set(key, [signature]);
  }
  return [...writers.values()].flatMap((same): ProposedBot[] => {
    const [{ person } = { person: null }] = same;
    const name = person && personName(person);
    if (!name || person.type !== 'user' || !same.some(({ recent }) => recent > 0)) return [];
    if (![name, ...same.map((signature) => signature.name)].some(isMachineName)) return [];
    const subjects = same.flatMap((signature) => signature.subjects);
    if (!areAlike(subjects)) return [];
    const [example = ''] = subjects;
    return [{ name, what: `${subjects.length} commits that are alike`, example }];
  });
}

import type { Fork } from './forks.ts';

/** Merged branches that show a login in use; fewer may follow each other by chance. */
const ENOUGH = 3;

interface Use {
  login: string;
  count: number;
  first: number;
  last: number;
}

/**
 * The logins that one address had one after the other, never again the old one: an account that was
 * renamed, from its old login to the new one, in lower case.
 *
 * @param lastProof when a noreply address was last used for a login, in seconds since 1970
 */
export function successions(
  forks: readonly Fork[],
  lastProof: ReadonlyMap<string, number>,
): { from: string; to: string }[] {
  const uses = new Map<string, Map<string, Use>>();
  for (const { owner, writer, time } of forks) {
    const address = writer.addressKey;
    if (address === '' || time === 0) continue;
    const login = owner.toLowerCase();
    const ofAddress = uses.get(address) ?? new Map<string, Use>();
    const use = ofAddress.get(login) ?? { login, count: 0, first: time, last: time };
    use.count += 1;
    use.first = Math.min(use.first, time);
    use.last = Math.max(use.last, time);
    uses.set(address, ofAddress.set(login, use));
  }
  return [...uses.values()].flatMap((ofAddress) => {
    const inOrder = [...ofAddress.values()].toSorted((a, b) => a.first - b.first);
    return inOrder.slice(1).flatMap((next, at) => {
      const before = inOrder[at];
      if (before === undefined || before.count < ENOUGH || next.count < ENOUGH) return [];
      const end = Math.max(before.last, lastProof.get(before.login) ?? -Infinity);
      return end < next.first ? [{ from: before.login, to: next.login }] : [];
    });
  });
}

import { compileRules } from '../categorise/decide.ts';
import { itemKey } from '../item/item-id.ts';
import { type EntryContext, EntryMaker } from './entry.ts';
import type { Entry } from './view/entry-schema.ts';
import type { View } from './view/view.ts';

/**
 * The view with an entry for each merged pull request: joined with no issue, no other pull request
 * and no other bot's. A rerun takes an entry from it where the editor has reworded or deleted part
 * of the joint one. Null when no entry is joint.
 */
export function separateEntries(view: View, context: EntryContext): View | null {
  if (!view.merged.some(({ entries }) => entries.some(isJoint))) return null;
  const maker = new EntryMaker(context);
  const decide = compileRules(context.config);
  const pulls = new Map(context.snapshot.pullRequests.map((pull) => [itemKey(pull), pull]));
  const separate = (entry: Entry): Entry[] => {
    if (!isJoint(entry)) return [entry];
    const { refs, reason } = entry;
    return refs.flatMap((ref) => {
      const pull = ref.kind === 'pull' ? pulls.get(itemKey(ref)) : undefined;
      return pull ? [{ ...maker.single(pull, decide(pull, [])), ...(reason && { reason }) }] : [];
    });
  };
  const merged = view.merged.map((section) => ({
    ...section,
    entries: section.entries.flatMap(separate),
  }));
  return { ...view, merged, entries: merged.flatMap(({ entries }) => entries) };
}

function isJoint({ refs }: Entry): boolean {
  return refs.length > 1;
}

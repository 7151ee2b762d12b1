import { groupOf } from '../names.ts';
import { isPlain } from './read-settings.ts';

/** What groups of labels are called that say which part of the project something is about. */
const areas = ['area', 'component', 'comp', 'a', 'module', 'mod', 'package', 'pkg', 'subsystem'];
/** Those of which kind it is. */
const kinds = ['kind', 'type', 't', 'category'];

/** Labels that divide the project: the `area/*` of it, or what it calls them, else its `kind/*`. */
export function dividingLabels(
  labels: readonly string[],
): { group: string; labels: string[] } | null {
  for (const group of [...areas, ...kinds]) {
    const members = labels.filter((label) => isPlain(label) && groupOf(label) === group);
    if (members.length > 1) return { group, labels: members };
  }
  return null;
}

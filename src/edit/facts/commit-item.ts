import type { Exclusion } from '../../categorise/exclude.ts';
import { field, under } from '../../compose/explain/fields.ts';
import { whyExcluded } from '../../compose/explain/place-in-draft.ts';
import { shortHash } from '../../compose/related.ts';
import { commitKey, commitUrl } from '../../item/item-id.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { DirectCommit } from '../../snapshot/schema.ts';
import type { FactItem } from '../protocol.ts';
import type { ItemContext } from './item-context.ts';
import { peopleInItem } from './people-in-item.ts';

/** A commit without a pull request, as the desk shows it. */
export function commitItem(
  commit: DirectCommit,
  { config, naming, explainer, places }: ItemContext,
): FactItem {
  const id = commitKey(commit);
  const exclusion = explainer.exclusionOf(commit);
  const heading = places.headingOf(id);
  return {
    ...{ id, kind: 'commit', label: shortHash(commit) },
    url: commitUrl(naming.server, commit),
    title: plainText(commit.title),
    state: 'merged',
    list: exclusion ? 'excluded' : 'commits',
    why: [
      field('state', `committed ${commit.at}`),
      field('draft', placeOf(exclusion, heading, config)),
    ],
    section: places.sectionOf(id),
    people: peopleInItem(commit),
    ...{ labels: [], files: null, note: null, body: null },
  };
}

function placeOf(
  exclusion: Exclusion | null,
  heading: string | null,
  { commits, template }: Config,
): string {
  if (exclusion) return `not in it: ${whyExcluded(exclusion)}`;
  if (heading !== null) return under(heading);
  return commits === 'hide'
    ? 'not shown: the config hides commits without a pull request, by commits: hide'
    : `not shown: the template ${template} leaves out commits without a pull request`;
}

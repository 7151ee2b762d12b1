import { categorise } from '../../categorise/categorise.ts';
import { Explainer } from '../../compose/explain/explainer.ts';
import type { View } from '../../compose/view/view.ts';
import type { Config } from '../../config/schema/schema.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Draft } from '../../report/draft/draft.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sources } from '../../snapshot/sources.ts';
import { sortWarnings } from '../../snapshot/warnings.ts';
import type { DeskFacts } from '../protocol.ts';
import { DraftPlaces } from './draft-places.ts';
import { commitItem } from './commit-item.ts';
import { numberedItem } from './numbered-item.ts';
import { peopleToComplete } from './people-to-complete.ts';

/** What the facts were composed to. */
export interface ShownDraft {
  view: View;
  draft: Draft;
  /** The repository, `owner/name`, of `#12` in it. */
  home: string | undefined;
}

/** Every item of a period with all that the desk shows of it, and everybody who took part. */
export function deskFacts(
  snapshot: Snapshot,
  config: Config,
  { view, draft, home }: ShownDraft,
): DeskFacts {
  const composition = { view, categorised: categorise(snapshot, config) };
  const context = {
    ...{ snapshot, config },
    naming: { server: snapshot.server, home },
    explainer: new Explainer(snapshot, config, composition),
    places: new DraftPlaces(draft, snapshot.server),
  };
  return {
    items: [
      ...[...snapshot.pullRequests, ...snapshot.issues].map((item) => numberedItem(item, context)),
      ...snapshot.commits.map((commit) => commitItem(commit, context)),
    ],
    people: peopleToComplete(snapshot),
    repositories: snapshot.repositories,
    complete: snapshot.complete,
    missing: sortWarnings(snapshot).missing.map(({ message }) => plainText(message)),
    source: sources[snapshot.collected.source].title,
    collectedAt: snapshot.collected.at,
    problem: null,
  };
}

/**
 * Where there are no facts.
 *
 * @param problem why
 */
export function noDeskFacts(source: string, problem: string): DeskFacts {
  return {
    ...{ items: [], people: [], repositories: [], complete: false, missing: [] },
    ...{ source, collectedAt: null, problem },
  };
}

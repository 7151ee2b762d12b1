import type { DecidedPull } from '../categorise/categorise.ts';
import { OTHER_BRANCHES } from '../categorise/decide.ts';
import { groupPulls } from '../categorise/group-pulls.ts';
import { joinsResolved } from '../config/layout-texts.ts';
import type { Config } from '../config/schema/schema.ts';
import { itemKey } from '../item/item-id.ts';
import { isCodingAgent } from '../people/coding-agents.ts';
import type { PullRequest, Snapshot } from '../snapshot/schema.ts';
import { mergeBumps } from './bumps/merge-bumps.ts';
import { type Bump, readBump } from './bumps/read-bump.ts';
import type { EntryMaker } from './entry.ts';
import type { Entry } from './view/entry-schema.ts';
import type { MergedSection } from './view/view.ts';

/** What becomes of a pull request besides an entry of its own. */
type Fate = { kind: 'entry' } | { kind: 'bump'; bump: Bump } | { kind: 'collapsed' };

/** The sections of merged pull requests, in display order. */
export function sectionsOfMerged(
  { pullRequests }: Snapshot,
  config: Config,
  maker: EntryMaker,
  merged: readonly DecidedPull[],
): MergedSection[] {
  const fates = new Map(merged.map((decided) => [decided, fateOf(decided.pull, config)]));
  const withFate = (kind: Fate['kind']) => merged.filter((one) => fates.get(one)?.kind === kind);
  const own = withFate('entry');
  const groups = joinsResolved(config)
    ? groupPulls(own, new Set(pullRequests.map(itemKey)))
    : own.map((pull) => ({ pulls: [pull], resolves: [] }));
  const collapsed = withFate('collapsed');
  const bumps = merged.flatMap((pull) => {
    const fate = fates.get(pull);
    return fate?.kind === 'bump' ? [{ pull, bump: fate.bump }] : [];
  });
  return sectionsOf(config, merged).map(({ id, title }) => {
    const inSection = ({ decision }: DecidedPull) => decision.section === id;
    const routine = collapsed.filter(inSection);
    const entries = [
      ...groups
        .filter(({ pulls }) => pulls.slice(0, 1).some(inSection))
        .map((one) => maker.grouped(one)),
      ...mergeBumps(bumps.filter(({ pull }) => inSection(pull))).map((one) => maker.bumped(one)),
      ...(routine.length > 0 ? [maker.collapsed(routine)] : []),
    ];
    return { id, title, entries: highlightsFirst(entries) };
  });
}

/** Whether the pull request is one of those that a section shows in one entry. */
export function isCollapsed(pull: PullRequest, config: Config): boolean {
  return fateOf(pull, config).kind === 'collapsed';
}

/** Only a bot's routine is joined: what it wrote for a person, or a release to decide on, is not. */
function fateOf(pull: PullRequest, { bots, bumps }: Config): Fate {
  if (pull.author.type !== 'bot' || isCodingAgent(pull.author)) return { kind: 'entry' };
  const bump = readBump(pull.title);
  if (bump !== null && bumps !== 'list') {
    return bumps === 'merge' ? { kind: 'bump', bump } : { kind: 'collapsed' };
  }
  const isPersons = pull.coAuthors.some(({ type }) => type !== 'bot') || isRelease(pull.title);
  return bump === null && bots === 'collapse' && !isPersons
    ? { kind: 'collapsed' }
    : { kind: 'entry' };
}

/** As release-please and changesets call theirs. */
function isRelease(title: string): boolean {
  return /^(?:chore(?:\([^()]*\))?: )?(?:release\b|version packages\b)/i.test(title);
}

/** Those of the config, and one for other branches where it is asked for and not empty. */
function sectionsOf({ sections }: Config, merged: readonly DecidedPull[]) {
  const { id } = OTHER_BRANCHES;
  const isMissing =
    merged.some(({ decision }) => decision.section === id) &&
    !sections.some((section) => section.id === id);
  return isMissing ? [...sections, OTHER_BRANCHES] : sections;
}

function highlightsFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => Number(b.highlight) - Number(a.highlight));
}

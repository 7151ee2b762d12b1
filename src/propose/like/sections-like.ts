import { itemKey, itemOfKey } from '../../item/item-id.ts';
import { slug } from '../../config/slug.ts';
import { fromExamples } from '../origins/reports.ts';
import type { MergedPull, Project } from '../project.ts';
import {
  createProposal,
  createSection,
  otherSection,
  type Proposal,
  type ProposedSection,
} from '../proposal.ts';
import type { CitedPull } from '../reports/cited-pulls.ts';
import { shownText } from './entry-words.ts';
import type { ModelPart } from './form.ts';
import type { ModelGroups } from './groups.ts';
import type { Model } from './model.ts';

/**
 * The sections of a model, with the rules that best explain what it lists in which; null where it has none.
 *
 * @param usual those that would be proposed without it
 */
export function sectionsLike(
  model: Model,
  groups: ModelGroups,
  project: Project,
  usual: readonly ProposedSection[],
): Proposal | null {
  if (groups.by !== 'section') return null;
  return groups.isByRepository
    ? byRepository(model, groups)
    : byRules(model, groups, project, usual);
}

function byRepository(model: Model, { parts }: ModelGroups): Proposal {
  const other = otherSection();
  const sections = parts.map(({ section, repositories }) =>
    forRepository(model, section.title, [...repositories][0] ?? ''),
  );
  return createProposal('from the model', [...sections, other], {
    fallback: other.title,
    isComplete: true,
  });
}

function byRules(
  model: Model,
  { parts }: ModelGroups,
  { pulls, labels }: Project,
  usual: readonly ProposedSection[],
): Proposal {
  const known = new Map(pulls.map((pull) => [itemKey(pull), pull]));
  const own = new Map(parts.flatMap((part) => ownRepository(model, part, parts) ?? []));
  const mixed = parts.filter(({ section }) => !own.has(section.title));
  const examples = mixed.flatMap((part) => examplesIn(model, part, known));
  const headings = [...new Set(mixed.map(({ section }) => section.title))];
  const learned = fromExamples(examples, headings, 'from the model');
  const sections = inOrder(model, parts, learned, own).map((section) =>
    hasRules(section) ? section : withoutLearnedRules(section, labels, usual),
  );
  const found = examples.filter(({ pull }) => known.has(itemKey(pull))).length;
  const notes = `The history has ${found} of the ${examples.length} pull requests that it lists; rules about the others can only be learned from their words.`;
  const proposal = {
    ...learned,
    sections,
    notes: found < examples.length ? [...learned.notes, notes] : learned.notes,
  };
  const fallback = learned.sections.find(({ title }) => title === learned.fallback);
  return found > 0 || !fallback || hasRules(fallback) ? proposal : withOtherFallback(proposal);
}

/** What only the words of a few entries speak for is no section for everything else. */
function withOtherFallback(proposal: Proposal): Proposal {
  const other = otherSection();
  const sections = proposal.sections.filter(({ title }) => title !== other.title);
  return { ...proposal, sections: [...sections, other], fallback: other.title };
}

function hasRules({ titles, paths, repositories = [] }: ProposedSection): boolean {
  return titles.length + paths.length + repositories.length > 0;
}

/** With the rules of what would be proposed without a model, or with the label of its name. */
function withoutLearnedRules(
  section: ProposedSection,
  labels: readonly string[],
  usual: readonly ProposedSection[],
): ProposedSection {
  const isSame = (name: string) => headingWords(name) === headingWords(section.title);
  const proposed = usual.find(({ title }) => isSame(title));
  if (proposed) return { ...proposed, title: section.title };
  const label = labels.find(isSame);
  if (label === undefined) return byUsualLabels(section);
  return { ...section, labels: [label], why: [`Its heading is the label ${label}.`] };
}

/** The repository that only this part lists, and lists alone; not that of most items. */
function ownRepository(
  { home }: Model,
  part: ModelPart,
  parts: readonly ModelPart[],
): [string, string][] | null {
  const [name, ...others] = part.repositories;
  if (name === undefined || others.length > 0 || name === home) return null;
  const isShared = parts.some((other) => other !== part && other.repositories.has(name));
  return isShared ? null : [[part.section.title, name]];
}

/** The sections in the order of the model, with those for one repository. */
function inOrder(
  model: Model,
  parts: readonly ModelPart[],
  learned: Proposal,
  own: ReadonlyMap<string, string>,
): ProposedSection[] {
  const titles = [...new Set(parts.map(({ section }) => section.title))];
  const listed = titles.flatMap((title) => {
    const name = own.get(title);
    const found = learned.sections.find((section) => section.title === title);
    return name === undefined ? (found ?? []) : [forRepository(model, title, name)];
  });
  return [...listed, ...learned.sections.filter(({ title }) => !titles.includes(title))];
}

function forRepository({ repositories }: Model, title: string, name: string): ProposedSection {
  const written = repositories.find((one) => one.toLowerCase() === name) ?? name;
  return createSection(title, {
    repositories: [written],
    why: [`Everything of ${written}, as in the model.`],
  });
}

/** Without any other rule, what an editor or a project would call its label: `kernel`, `area/kernel`. */
function byUsualLabels(section: ProposedSection): ProposedSection {
  const name = slug(section.title);
  const why = `Nothing in the model tells it from the others, so it has what has a label of its name.`;
  return { ...section, labels: [name, `*/${name}`], why: [...section.why, why] };
}

/** `area/desktop-gnome` and “Desktop & GNOME” are one. */
function headingWords(text: string): string {
  const name = text.replace(/^[\w .-]+(?:\/|:+)\s*/, '');
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Its entries as pull requests: those of the history, else with the words of the entry as the title. */
function examplesIn(
  model: Model,
  part: ModelPart,
  known: ReadonlyMap<string, MergedPull>,
): CitedPull[] {
  return part.bullets.flatMap((bullet) => {
    const cited = model.citations.find((citation) => citation.bullet === bullet);
    if (!cited) return [];
    const pull = known.get(cited.item) ?? unknownPull(cited.item, shownText(bullet, model));
    return [{ pull, heading: part.section.title, belowMerged: true, report: 0 }];
  });
}

function unknownPull(item: string, title: string): MergedPull {
  return { ...itemOfKey(item), title, labels: [], files: null, mergedAt: null };
}

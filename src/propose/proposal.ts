import type { ConfigInput } from '../config/schema/schema.ts';
import type { Project, TriedChange } from './project.ts';

/** A section that a config could have. */
export interface ProposedSection {
  title: string;
  labels: string[];
  /** Regular expressions. */
  titles: string[];
  /** Globs. */
  paths: string[];
  /** Set when every changed file has to match `paths`. */
  share?: 1;
  /** `owner/name` */
  repositories?: string[];
  claims?: number;
  /** Where it comes from and what it covers, a sentence each. May quote foreign text. */
  why: string[];
}

/** The sections found by one origin. */
export interface Proposal {
  /** Where the sections come from, as in "from the earlier reports". */
  source: string;
  /** Sentences about all of them. */
  notes: string[];
  sections: ProposedSection[];
  /** The title of the section for what no section claims; null: still to be added. */
  fallback: string | null;
  exclude: ProposedExclusions;
  /** Set when `completeProposal` has nothing left to do, however few the sections. */
  isComplete?: true;
  /** The repositories that the sections are about, `owner/name`, where these are not the project's own. */
  repositories?: string[];
  /** What shows the sections best; absent for the last month. */
  preview?: ShownChanges;
  /** Notes for when the sections are too few to be used. */
  whenTooFew?: string[];
}

/** Changes that show what sections are like. */
export interface ShownChanges {
  /** Of all of them, at the beginning of a sentence. */
  name: string;
  /** What one is. */
  what: string;
  /** The newest first. */
  changes: readonly TriedChange[];
}

/** Where the project's own changes say nothing about the work that is reported on. */
export const nothingShown: ShownChanges = { name: 'Nothing', what: 'change', changes: [] };

/** A function that looks for sections in one kind of evidence; null when the project has none. */
export type Origin = (project: Project) => Proposal | null;

export interface ProposedConfig extends Proposal {
  recurring: RecurringParts;
  /** What else the config sets, by option; these come before what is recurring. */
  settings?: ProposedSettings;
}

/** Values of options, and where each comes from, a sentence each. */
export type ProposedSettings = Partial<
  Record<keyof ConfigInput, { value: unknown; why: string[] }>
>;

/** What a series of reports repeats, as options of the config; options that are unknown are absent. */
export interface RecurringParts {
  title?: string;
  introduction?: string;
  closing?: { title: string; text?: string }[];
}

/** What a project keeps out of its release notes. */
export interface ProposedExclusions {
  /** The file that excludes them; empty when none does. */
  path: string;
  labels: string[];
  authors: string[];
}

export function createSection(
  title: string,
  parts: Partial<ProposedSection> = {},
): ProposedSection {
  return { title, labels: [], titles: [], paths: [], why: [], ...parts };
}

/** The section for what no other section claims, where the project doesn't name one. */
export function otherSection(): ProposedSection {
  return createSection('Other', { why: ['Everything else.'] });
}

export function createProposal(
  source: string,
  sections: ProposedSection[],
  parts: Partial<Proposal> = {},
): Proposal {
  return {
    source,
    notes: [],
    sections,
    fallback: null,
    exclude: { path: '', labels: [], authors: [] },
    ...parts,
  };
}

/** A proposal from a file of the project; a note says so when the file can't be used. */
export function proposalFromFile(
  path: string,
  sections: ProposedSection[],
  parts: Partial<Proposal> = {},
): Proposal {
  return createProposal(`from ${path}`, sections, {
    whenTooFew: [`${path} was not used: it defines fewer than two sections.`],
    ...parts,
  });
}

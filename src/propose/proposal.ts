/** A section that a config could have. */
export interface ProposedSection {
  title: string;
  labels: string[];
  /** Regular expressions. */
  titles: string[];
  /** Globs. */
  paths: string[];
  /** Only what changes nothing else. */
  share?: 1;
  claims?: number;
  /** Where it comes from and what it covers, a sentence each. May quote foreign text. */
  why: string[];
}

export interface Proposal {
  /** Where the sections come from, as in "from the earlier reports". */
  source: string;
  /** What is to be said of all of them, a sentence each. */
  notes: string[];
  sections: ProposedSection[];
  /** The title of the section for what no section claims; null: one is to be added. */
  fallback: string | null;
  exclude: LeftOut;
  standing: Standing;
}

/** What a series of reports says every time, as the options of the config; empty when it is not known. */
export interface Standing {
  title?: string;
  introduction?: string;
  closing?: { title: string; text?: string }[];
}

/** What a project keeps out of its release notes, and the file that says so; empty when none does. */
export interface LeftOut {
  path: string;
  labels: string[];
  authors: string[];
}

export function section(title: string, parts: Partial<ProposedSection> = {}): ProposedSection {
  return { title, labels: [], titles: [], paths: [], why: [], ...parts };
}

export function proposal(
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
    standing: {},
    ...parts,
  };
}

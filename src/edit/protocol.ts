import type * as v from 'valibot';
import type { Edit } from '../markdown/edit.ts';
import type { Span } from '../markdown/span.ts';
import type { PreviewBlock } from '../publish/html/preview-block.ts';
import type { actSchema, saveSchema } from './requests.ts';

/*
 * What the desk's page and its server tell each other, as JSON. Offsets are UTF-16 code units of the text
 * that was sent, without a byte order mark. Items are `owner/name#12`, commits `owner/name@hash`, both in
 * lower case.
 */

/** `GET /api/report` */
export interface DeskReport {
  /** Of the file from where devreport was started: `reports/2017-05-08.md`. */
  path: string;
  title: string;
  /** Null for a report that names none. */
  period: { firstDay: string; lastDay: string; timezone: string } | null;
  text: string;
  /** Of the file's bytes; `PUT` sends it back as `base`. */
  hash: string;
  /** Why the file can't be written; null when it can. */
  readOnly: string | null;
  /** `missing` offers to adopt the report; `damaged` is a finding, too. */
  record: 'present' | 'missing' | 'damaged';
  reading: DeskReading;
  /** Unsaved text of a desk that ended before it was saved; null without any. */
  recovered: { text: string; base: string; savedAt: string } | null;
}

/** `POST /api/read` { text }: what a text says, and what is left to do in it. */
export interface DeskReading {
  sections: DeskSection[];
  entries: DeskEntry[];
  comments: DeskComment[];
  /** Links to items and people: one Backspace removes one whole. */
  atoms: (Span & { item: string | null; login: string | null })[];
  findings: DeskFinding[];
  /** The items that the text cites anywhere. */
  cited: string[];
  /** Those that a draft has offered and the text no longer cites. */
  takenOut: string[];
  remaining: DeskRemaining;
  /** In order, without gaps: the blocks of the preview, as sanitised HTML. */
  preview: PreviewBlock[];
  /** Why the text can't be read, like `markdown-too-complex`; everything else is empty then. */
  problem: string | null;
}

export interface DeskSection extends Span {
  /** `PRs merged › Core`; empty above the first heading. */
  path: string;
  title: string;
  /** Of its heading; 0 above the first one. */
  depth: number;
  /** How many entries are directly below its heading. */
  entries: number;
  /** Whether entries belong there: it has some, or the draft had. */
  takesEntries: boolean;
  /** Whether everything in it is as it was drafted. */
  isDrafted: boolean;
}

export interface DeskEntry extends Span {
  /** The index of its section. */
  section: number;
  /** The subject first. */
  items: string[];
  /** The logins and names it credits, as the text has them. */
  people: string[];
  /** `drafted` in devreport's words, `edited` in the editor's, `added` by the editor. */
  words: 'drafted' | 'edited' | 'added';
  /** Its words without references and people, as plain text. */
  title: string;
}

/** A comment for the editor. */
export interface DeskComment extends Span {
  text: string;
}

export interface DeskFinding extends Span {
  /** The id of a rule of `devreport check`. */
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** Its fix and its suggestions, the likeliest first. */
  fixes: { label: string; edit: Edit }[];
}

/** What still looks machine-made, or wrong. */
export interface DeskRemaining {
  /** Entries in the draft's words. */
  drafted: number;
  /** Sections in which everything is as drafted. */
  sections: number;
  comments: number;
  findings: number;
  /** Sentences about facts that are missing. */
  incomplete: string[];
  /** Where to go next, in the order of the text. */
  steps: (Span & { kind: 'finding' | 'comment' | 'entry' | 'section'; label: string })[];
}

/** `GET /api/facts` */
export interface DeskFacts {
  items: FactItem[];
  /** For completion and for credits. */
  people: { login: string; name: string | null }[];
  repositories: string[];
  complete: boolean;
  /** Sentences about what is missing, and how to get it. */
  missing: string[];
  /** `GitHub`, `the recorded sample`… */
  source: string;
  /** An instant; null for the recorded sample. */
  collectedAt: string | null;
  /** Why there are no facts: the source can't be reached. Work goes on. */
  problem: string | null;
}

export interface FactItem {
  id: string;
  /** `#12`, or `owner/name#12` outside the report's first repository; the short hash of a commit. */
  label: string;
  kind: 'pull' | 'issue' | 'commit';
  url: string;
  title: string;
  /** At the end of the period. */
  state: 'open' | 'closed' | 'merged' | 'unknown';
  /** Where the draft has it, or why not: the list that the facts pane shows it in while the text doesn't cite it. */
  list: 'merged' | 'issues' | 'closed' | 'ongoing' | 'less-active' | 'excluded' | 'commits';
  /** In its section, why: the lines of `devreport explain`, without the title and the address. */
  why: string[];
  /** The title of the section that the draft has it in; null without one. */
  section: string | null;
  people: { login: string | null; name: string; did: string[] }[];
  labels: string[];
  /** Null when they are unknown. */
  files: { path: string; additions: number; deletions: number }[] | null;
  note: string | null;
  /** As Markdown that the author wrote; null when the source doesn't know it. */
  body: string | null;
}

/** `PUT /api/report`, and `PUT /api/unsaved`, which keeps the text for a desk that ends before it is saved */
export type SaveRequest = v.InferOutput<typeof saveSchema>;
/** Status 200, or 409 when the file has changed since `base`. */
export type SaveAnswer = { hash: string } | { conflict: { text: string; hash: string } };

/** `POST /api/act` { text, action } */
export type ActRequest = v.InferOutput<typeof actSchema>;
export type DeskAction = ActRequest['action'];

/** Status 200, or 422 { message } when the action makes no sense there. */
export interface ActAnswer {
  /** In any order, not overlapping; one undoable step. */
  edits: Edit[];
  /** What to select in the text after the edits; null to stay. */
  select: Span | null;
  /** For the status line and a screen reader: `Moved #1753 to Testing.` */
  said: string;
}

/** That of an action on the text at some place. */
export type TextAnswer = ActAnswer & { select: Span };

/** `POST /api/refresh` { text } asks the source again; `POST /api/news` { text } compares with what it last gave. */
export interface NewsAnswer {
  changes: ProposedChange[];
  /** Why the source can't be asked; null when it was. */
  problem: string | null;
}

/** One row of the merge view. */
export interface ProposedChange {
  /** The same for the same change of another text. */
  id: string;
  /** `new` entry, entry that `changed` since (its text, or its removal where the facts moved it), or something `else` like front matter. `gone` has no edits: the editor decides. */
  kind: 'new' | 'changed' | 'gone' | 'else';
  label: string;
  section: string;
  /** As in the text now; empty for a new one. */
  before: string;
  /** As it would be; empty for a removed one. */
  after: string;
  /** Where its text comes and goes, to show; `accept` makes the exact ones, which depend on what comes with it. */
  edits: Edit[];
}

/** `GET /api/events`, server-sent: each event's data. */
export type DeskEvent =
  { type: 'file'; text: string | null; hash: string } | { type: 'facts' } | { type: 'ping' };

/** Any 4xx and 5xx but 409. */
export interface Problem {
  message: string;
  hint?: string;
}

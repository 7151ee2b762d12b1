import type { ReportFinding } from '../../check/check-report.ts';
import { codeSpan, escapeForConversation } from '../../markdown/escape.ts';
import { plainParagraph, plainText } from '../../markdown/plain-text.ts';
import { editUrl, linesUrl, type PublishedFile } from './published-file.ts';

/** What the body of a pull request tells the editor. All texts are plain, and may be foreign. */
export interface BodyFacts {
  file: PublishedFile;
  /** The head of the branch that the findings are about; null when it is unknown. */
  commit: string | null;
  /** The first draft: nothing could be new. */
  isFirst: boolean;
  /** About the report, a sentence each. */
  about: readonly string[];
  /** What came since the last run, what it kept and left to review, a line each. */
  news: readonly string[];
  /** What is missing, a sentence each. */
  incomplete: readonly string[];
  /** What `check` found, as people read it; null when nothing was checked. */
  findings: readonly BodyFinding[] | null;
}

export type BodyFinding = Pick<ReportFinding, 'severity' | 'rule' | 'message' | 'place'>;

/** The lines between the markers, with at most so many entries of each list. */
export function partLines(facts: BodyFacts, most: number): string[] {
  const { file, commit, isFirst, about, news, incomplete, findings } = facts;
  const entries = (texts: readonly string[]) => shortened(texts, most, entry);
  return [
    '',
    [
      `[${codeSpan(plainText(file.path))}](${linesUrl(file, null)})`,
      'is the draft.',
      ...about.slice(0, most).map(sentence),
    ].join(' '),
    ...(isFirst
      ? []
      : section('Since the last run', news.length > 0 ? entries(news) : ['Nothing new.'])),
    ...(incomplete.length > 0 ? section('Incomplete', entries(incomplete)) : []),
    ...(findings ? section('To correct', corrections(findings, most, file, commit)) : []),
    ...section('How to edit', [
      `[Edit the report](${editUrl(file)}), or push commits to ${codeSpan(plainText(file.branch))}. What you write stays: turn titles into sentences, move and delete entries as you like.`,
    ]),
    ...section('What happens next', [
      '- The next run adds what is new, and leaves your words alone.',
      '- Mark the pull request ready for review when you are done. Merging it publishes the report.',
      '- Close it to have no report this time.',
    ]),
    '',
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `#### ${title}`, '', ...lines];
}

function shortened<T>(all: readonly T[], most: number, write: (one: T) => string): string[] {
  const more = all.length - most;
  // A note instead of one line would save nothing.
  if (more <= 0 || (more === 1 && most > 0)) return all.map(write);
  return [
    ...all.slice(0, most).map(write),
    `- ${most > 0 ? 'and ' : ''}${more} more, left out here`,
  ];
}

function entry(text: string): string {
  return `- ${sentence(text)}`;
}

function sentence(text: string): string {
  return escapeForConversation(plainParagraph(text));
}

function corrections(
  findings: readonly BodyFinding[],
  most: number,
  file: PublishedFile,
  commit: string | null,
): string[] {
  if (findings.length === 0) return ['`devreport check` found nothing.'];
  return shortened(findings, most, (finding) => correction(finding, file, commit));
}

function correction(
  { severity, rule, message, place }: BodyFinding,
  file: PublishedFile,
  commit: string | null,
): string {
  const lines = { first: place.start.line, last: place.end.line };
  const where = `[Line ${lines.first}](${linesUrl(file, commit, lines)})`;
  return `- ${where}, ${severity}: ${sentence(message)} (${codeSpan(rule)})`;
}

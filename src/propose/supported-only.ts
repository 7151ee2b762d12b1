import { parseExpression } from '../pattern/expression.ts';
import { parseGlob } from '../pattern/glob.ts';
import { parsePathGlob } from '../pattern/path-glob.ts';
import type { Proposal } from './proposal.ts';

/** Leaves out the patterns that a config refuses, and names them in a note. */
export function supportedOnly(proposal: Proposal): Proposal {
  const refused = new Set<string>();
  const keep = (patterns: readonly string[], parse: typeof parseGlob | typeof parseExpression) =>
    patterns.filter((pattern) => {
      const isSupported = parse(pattern).problem === undefined;
      if (!isSupported) refused.add(pattern);
      return isSupported;
    });
  const sections = proposal.sections.map((section) => ({
    ...section,
    labels: keep(section.labels, parseGlob),
    titles: keep(section.titles, parseExpression),
    paths: keep(section.paths, parsePathGlob),
  }));
  const exclude = {
    ...proposal.exclude,
    labels: keep(proposal.exclude.labels, parseGlob),
  };
  const note = `Patterns that devreport does not support were left out: ${[...refused].join(', ')}.`;
  return {
    ...proposal,
    sections,
    exclude,
    notes: refused.size > 0 ? [...proposal.notes, note] : proposal.notes,
  };
}

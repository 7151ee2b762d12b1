import * as v from 'valibot';
import type { ConfigIssue } from './config-issue.ts';
import { findContradictions } from './contradictions.ts';
import { checkFrontMatter } from './front-matter-placeholders.ts';
import { issueMessage } from './issue-message.ts';
import { checkReferences } from './references.ts';
import { type Config, type ConfigOutput, configSchema } from './schema/schema.ts';
import type { Section } from './schema/section-schema.ts';
import { slug } from './slug.ts';

/** How many earlier periods a chart has, unless the config says so. */
const PERIODS_OF_CHART = 8;

export type ParsedConfig =
  { config: Config; issues?: never } | { config?: never; issues: ConfigIssue[] };

/**
 * A config from the value in a YAML or JSON file: defaults filled in, references to sections checked.
 * Otherwise all its mistakes, one issue for each place.
 */
export function parseConfig(input: unknown): ParsedConfig {
  const parsed = v.safeParse(configSchema, input ?? {});
  const invalid = (parsed.issues ?? []).map(toConfigIssue);
  const reported = new Set(invalid.map(({ path }) => path.join('/')));
  const issues = [
    ...invalid,
    ...[...checkReferences(input), ...checkFrontMatter(input)].filter(
      ({ path }) => !reported.has(path.join('/')),
    ),
  ];
  if (!parsed.success || issues.length > 0) return { issues };
  const contradictions = findContradictions(parsed.output);
  if (contradictions.length > 0) return { issues: contradictions };
  const sections = parsed.output.sections.map(completeSection);
  const fallback = parsed.output.fallback ?? sections[0]?.id ?? '';
  const { periods = parsed.output.show.includes('chart') ? PERIODS_OF_CHART : 1 } =
    parsed.output.statistics;
  return { config: { ...parsed.output, sections, fallback, statistics: { periods } } };
}

function completeSection(section: ConfigOutput['sections'][number], index: number): Section {
  return { ...section, id: section.id ?? slug(section.title), claims: section.claims ?? index + 1 };
}

function toConfigIssue(issue: v.BaseIssue<unknown>): ConfigIssue {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  return { path, message: issueMessage(issue, path) };
}

/**
 * The library: the stages of devreport, for programs of your own. Collect a snapshot from a source,
 * compose its view, render it; every stage after the source is pure.
 */
export { type GitSourceOptions, gitSource } from './collect/git/git-source.ts';
export { type GitHubOptions, githubSource } from './collect/github/github-source.ts';
export { loadSample, savedSource } from './collect/saved.ts';
export type { Progress, Source } from './collect/source.ts';
export { loadTemplate } from './render/load-template.ts';
export { compose } from './compose/compose.ts';
export { explainItem as explain } from './compose/explain/explain-item.ts';
export type { Explanation } from './compose/explain/explanation.ts';
export { type EntryJson, type ReportJson, toReportJson } from './compose/report-json.ts';
export type { Credit, Entry, Ref } from './compose/view/entry-schema.ts';
export type { MergedSection, View } from './compose/view/view.ts';
export { parseConfig } from './config/config.ts';
export type { ConfigIssue } from './config/config-issue.ts';
export { loadConfig } from './config/load.ts';
export type { Config, ConfigInput } from './config/schema/schema.ts';
export type { Section } from './config/schema/section-schema.ts';
export { DevreportError, SourceError, UsageError } from './errors.ts';
export { loadLocale } from './period/locale.ts';
export type { Period } from './period/period.ts';
export { type PeriodRequest, type PeriodSettings, resolvePeriod } from './period/resolve.ts';
export { compileTemplate } from './render/compile/compile-template.ts';
export type { CompiledTemplate } from './render/compiled-template.ts';
export { render, renderDocument } from './render/render.ts';
export type { Template, TemplateSource } from './render/template.ts';
export { withRecord } from './report/draft/draft-record.ts';
export { parseSnapshot, serialiseSnapshot } from './snapshot/parse.ts';
export type {
  Act,
  Issue,
  Person,
  PullRequest,
  Reference,
  Snapshot,
  Warning,
} from './snapshot/schema.ts';

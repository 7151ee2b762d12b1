import type { fillFrontMatter } from './foreign/fill-front-matter.ts';

/** A template that is ready to write reports. */
export interface CompiledTemplate {
  /** Where it was read, for errors. */
  file: string;
  /** From a context to Markdown, with marks for foreign texts, and not yet formatted. */
  write: (context: unknown) => string;
  /** The notice of an incomplete report, for a template without one. */
  writeIncomplete: (context: unknown) => string;
  /**
   * Fills in the front matter that it wrote; null for devreport's own templates, which write none: they
   * need no YAML then.
   */
  fillFrontMatter: typeof fillFrontMatter | null;
  /** `FILE:LINE` of each place that marks name; empty for devreport's own templates. */
  places: readonly string[];
}

/** A template that is ready to write. */
export interface Layout {
  /** Where it was read, for errors. */
  file: string;
  /** From a context to Markdown, not yet formatted. */
  write: (context: unknown) => string;
  /** The notice of what is missing, for a template that does not tell it. */
  writeIncomplete: (context: unknown) => string;
}

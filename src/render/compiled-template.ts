/** A template that is ready to write reports. */
export interface CompiledTemplate {
  /** Where it was read, for errors. */
  file: string;
  /** From a context to Markdown, not yet formatted. */
  write: (context: unknown) => string;
  /** The notice of what is missing, for a template that leaves it out. */
  writeIncomplete: (context: unknown) => string;
}

/**
 * `owner/name`, as part of a regular expression. Neither half is `.` or `..`, which a browser takes
 * for a step of a path.
 */
export const repositoryNameSource = /(?!\.{1,2}\/)[\w.-]{1,100}\/(?!\.{1,2}(?![\w.-]))[\w.-]{1,100}/
  .source;

/** Matches `owner/name`, and nothing around it. */
export const repositoryNamePattern = new RegExp(`^${repositoryNameSource}$`);

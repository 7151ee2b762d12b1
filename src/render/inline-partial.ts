/*
 * A partial that is called inside a line, like `- {{> entry}}`, is written without the line ending at the
 * end of its file. Handlebars itself removes line endings only around a call on a line of its own.
 */

/** The name of a partial as it is called inside a line. No name in a template begins with a space. */
export function inlineName(name: string): string {
  return ` inline ${name}`;
}

export function withoutLastLineEnding(written: string): string {
  return written.replace(/\r?\n$/, '');
}

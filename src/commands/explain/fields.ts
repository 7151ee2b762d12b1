/** A line of an explanation: the name of a field in a column of nine, and its text. */
export function field(name: string, text: string): string {
  return `${name.padEnd(9)}${text}`;
}

/** The headings above a place. */
export function under(path: string): string {
  return path === '' ? 'above all sections' : `under “${path}”`;
}

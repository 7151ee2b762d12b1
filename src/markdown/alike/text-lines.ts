/** A line of a text, and where it is. */
export interface Line {
  text: string;
  /** The offset of its first character. */
  start: number;
  /** From 1. */
  number: number;
}

export function textLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const found = { text: line, start, number: index + 1 };
    start += line.length + 1;
    return found;
  });
}

/** The marker of the list item that a line begins, if it does. */
export function bulletOf(line: Line | undefined): string | null {
  return /^[-*+](?= )/.exec(line?.text ?? '')?.[0] ?? null;
}

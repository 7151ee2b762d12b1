/** A group in a glob: `{a,b}`, `(a|b)` or a class, `[ab]`. */
export interface GlobGroup {
  /** The offset of its last character. */
  end: number;
  /** The offsets of the commas or bars between its alternatives. */
  separators: number[];
}

/** The groups of a glob by the offsets of their first characters. An unclosed one is no group. */
export function globGroups(glob: string): Map<number, GlobGroup> {
  const groups = new Map<number, GlobGroup>();
  const open: { start: number; bracket: string; separators: number[] }[] = [];
  for (let at = 0; at < glob.length; at += 1) {
    const character = glob.charAt(at);
    const innermost = open.at(-1);
    if (character === '\\') at += 1;
    else if (character === '[') {
      const end = endOfClass(glob, at);
      if (end === null) continue;
      groups.set(at, { end, separators: [] });
      at = end;
    } else if (character === '{' || character === '(') {
      open.push({ start: at, bracket: character, separators: [] });
    } else if (character === separatorOf[innermost?.bracket ?? '']) innermost?.separators.push(at);
    else if (character === '}' || character === ')') {
      const index = open.findLastIndex(({ bracket }) => closerOf[bracket] === character);
      const [group] = index < 0 ? [] : open.splice(index);
      if (group) groups.set(group.start, { end: at, separators: group.separators });
    }
  }
  return groups;
}

const separatorOf: Record<string, string> = { '{': ',', '(': '|' };
const closerOf: Record<string, string> = { '{': '}', '(': ')' };

/** The offset of the bracket that ends a class; directly after its beginning, a bracket is in the class. */
function endOfClass(glob: string, start: number): number | null {
  const first = start + (/[!^]/.test(glob.charAt(start + 1)) ? 2 : 1);
  for (let at = first; at < glob.length; at += 1) {
    if (glob.charAt(at) === '\\') at += 1;
    else if (glob.charAt(at) === ']' && at > first) return at;
  }
  return null;
}

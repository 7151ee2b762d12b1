import { type GlobGroup, globGroups } from './glob-groups.ts';
import { anything, choice, literal, type Pattern, repeat, sequence, unit } from './pattern.ts';
import { UnsupportedSyntax } from './parsed-pattern.ts';

/**
 * The pattern of a glob without a `!` before it.
 *
 * @param flags of the regular expressions for single units: `i` ignores case
 * @throws {UnsupportedSyntax}
 */
export function globPattern(glob: string, flags: '' | 'i'): Pattern {
  const groups = globGroups(glob);
  return partsBetween(0, glob.length);

  function partsBetween(from: number, to: number): Pattern {
    const parts: Pattern[] = [];
    let at = from;
    while (at < to) {
      const [part, next] = partAt(at, from);
      parts.push(part);
      at = next;
    }
    return sequence(...parts);
  }

  /** The part at an offset, and the offset after it. `from` is where its group begins. */
  function partAt(at: number, from: number): [Pattern, number] {
    const character = glob.charAt(at);
    const group = groups.get(at);
    const inner = groups.get(at + 1);
    if (character === '\\' && at + 1 < glob.length)
      return [literal(glob.charAt(at + 1), flags), at + 2];
    if (character === '[' && group) return [classBetween(at, group.end), group.end + 1];
    if (character === '{' && group) return [braces(at, group), group.end + 1];
    if (character === '(' && group) return [alternatives(at, group), group.end + 1];
    if (glob.charAt(at + 1) === '(' && inner && character in repetitions)
      return [extended(at, inner), inner.end + 1];
    if (character === '*') return stars(at, from);
    if (glob.slice(at) === '/**' && /[^*]/.test(glob.charAt(at - 1)))
      return [repeat(sequence(literal('/', flags), anything), 0, 1), glob.length];
    return [character === '?' ? notSlash : literal(character, flags), at + 1];
  }

  /** `**` as a whole segment matches any number of segments; anywhere else it means `*`. */
  function stars(at: number, from: number): [Pattern, number] {
    const [run = ''] = /^\*+/.exec(glob.slice(at)) ?? [];
    const end = at + run.length;
    const begins = at === from || glob.charAt(at - 1) === '/';
    const following = glob.charAt(end);
    if (run.length > 1 && begins && following === '/')
      return [repeat(sequence(anything, literal('/', flags)), 0, 1), end + 1];
    if (run.length > 1 && begins && /^[,|)}{]?$/.test(following)) return [anything, end];
    const isSegment = begins && /^\/?$/.test(following);
    return [repeat(notSlash, isSegment ? 1 : 0, Infinity), end];
  }

  /** `{a,b}`; without a comma the braces are text. */
  function braces(at: number, group: GlobGroup): Pattern {
    const { end, separators } = group;
    if (separators.length > 0) return alternatives(at, group);
    const inside = glob.slice(at + 1, end);
    if (inside.includes('..') && !/[{}]/.test(inside))
      throw new UnsupportedSyntax(`${glob.slice(at, end + 1)} is a range; write {1,2,3}`);
    return sequence(literal('{', flags), partsBetween(at + 1, end), literal('}', flags));
  }

  function alternatives(at: number, { end, separators }: GlobGroup): Pattern {
    const bounds = [at, ...separators, end];
    return choice(
      ...separators
        .concat(end)
        .map((separator, index) => partsBetween((bounds[index] ?? at) + 1, separator)),
    );
  }

  /** `+(a|b)` and the like. */
  function extended(at: number, group: GlobGroup): Pattern {
    const times = repetitions[glob.charAt(at)];
    if (times) return repeat(alternatives(at + 1, group), ...times);
    const text = glob.slice(at, group.end + 1);
    throw new UnsupportedSyntax(`${text} is a negation; write what should match`);
  }

  /** `[abc]`; as a path may contain such a bracket, one without special characters is also itself. */
  function classBetween(start: number, end: number): Pattern {
    const text = glob.slice(start, end + 1);
    const [, negation, members = ''] = /^\[([!^]?)(.*)\]$/s.exec(text) ?? [];
    if (members.includes('[:'))
      throw new UnsupportedSyntax(`${text} is a named class; write its characters, like [a-z]`);
    const escaped = members.replace(/\\.|[[\]]/gs, (found) =>
      found.length > 1 ? found : `\\${found}`,
    );
    const characters = unit(negation ? `[^/${escaped}]` : `[${escaped}]`, flags);
    if (negation || /[-*+?.^${}(|)[\]\\]/.test(members)) return characters;
    return choice(characters, literal(text, flags));
  }
}

const notSlash = unit('[^/]', '');

/** How often the group after a character matches; null: never. */
const repetitions: Record<string, [least: number, most: number] | null> = {
  '@': [1, 1],
  '?': [0, 1],
  '*': [0, Infinity],
  '+': [1, Infinity],
  '!': null,
};

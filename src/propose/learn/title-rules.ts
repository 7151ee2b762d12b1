/** A regular expression for how the titles of one section begin. */
export interface TitleRule {
  heading: string;
  source: string;
}

/** The share of the titles matching an expression that must belong to its section. */
const SURE = 0.8;
/** The titles of a section that must begin alike. */
const LEAST = 2;
/** Rules of one section. */
const MOST = 5;

/**
 * Beginnings of titles, as people and conventions write them: `kernel: `, `pkg/init: `, `fix(cli): `,
 * `[docs] `. A beginning becomes a rule when it nearly always means one section.
 */
export function titleRules(examples: readonly { title: string; heading: string }[]): TitleRule[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { title, heading } of examples) {
    const source = beginningOf(title);
    if (source === null) continue;
    const sections = counts.get(source) ?? new Map<string, number>();
    counts.set(source, sections.set(heading, (sections.get(heading) ?? 0) + 1));
  }
  const rules = [...counts].flatMap(([source, sections]) => {
    const all = [...sections.values()].reduce((sum, count) => sum + count, 0);
    const [heading = '', right = 0] = [...sections].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    return right >= LEAST && right >= all * SURE ? [{ source, heading, right }] : [];
  });
  const sorted = rules.toSorted((a, b) => b.right - a.right || (a.source < b.source ? -1 : 1));
  return sorted.filter(
    (rule) => sorted.filter(({ heading }) => heading === rule.heading).indexOf(rule) < MOST,
  );
}

function beginningOf(title: string): string | null {
  const word = /^([\w.-]{1,40})[:/]/.exec(title)?.[1];
  if (word !== undefined) return `^${escape(word)}[:/]`;
  const scope = /^\w{1,20}\(([\w./-]{1,40})\)!?:/.exec(title)?.[1];
  if (scope !== undefined) return `^\\w+\\(${escape(scope)}\\)!?:`;
  const bracketed = /^\[([\w./-]{1,40})\]/.exec(title)?.[1];
  return bracketed === undefined ? null : `^\\[${escape(bracketed)}\\]`;
}

/** Escapes the only characters let through that have a meaning in expressions. */
function escape(text: string): string {
  return text.toLowerCase().replace(/[./]/g, '\\$&');
}

/** An expression for titles that one section's begin with. */
export interface TitleRule {
  heading: string;
  source: string;
}

interface Example {
  title: string;
  heading: string;
}

/** Of the titles that an expression matches, those of its section. */
const SURE = 0.8;
const MOST = 5;

/**
 * What titles begin with, as people and conventions write it: `kernel: `, `pkg/init: `, `fix(cli): `,
 * `[docs] `. Kept is what nearly always belongs to one section.
 */
export function titleRules(examples: readonly Example[], least: number): TitleRule[] {
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
    return right >= Math.max(2, least) && right >= all * SURE ? [{ source, heading, right }] : [];
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

/** Of the characters let through, the only ones with a meaning. */
function escape(text: string): string {
  return text.toLowerCase().replace(/[./]/g, '\\$&');
}

import { loadTemplate } from '../../src/render/load-template.ts';
import { compose } from '../../src/compose/compose.ts';
import type { ConfigInput } from '../../src/config/schema.ts';
import { render } from '../../src/render/render.ts';
import { apart } from '../../src/revise/apart.ts';
import { knownFacts } from '../../src/revise/known-facts.ts';
import { withRecord } from '../../src/report/record.ts';
import { type Fresh, revise, type Revision } from '../../src/revise/revise.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { snapshot } from '../support/snapshot.ts';

export type Facts = Partial<Snapshot>;
type Home = string | undefined;
type Layout = Awaited<ReturnType<typeof loadTemplate>>;

export const weekly = await loadTemplate('weekly', '.');
/** With reference links, and with what an issue is told in two sections. */
export const digest = await loadTemplate('digest.hbs', import.meta.dirname);
/** With entries of two paragraphs, in a list in a list. */
export const nested = await loadTemplate('nested.hbs', import.meta.dirname);

/** One report over time: how its drafts are made, whatever the facts. */
export class Series {
  readonly #config;
  readonly #layout;
  readonly #drafts = new WeakMap<Facts, Map<Home, string>>();

  constructor(input: ConfigInput = {}, layout: Layout = weekly) {
    this.#config = config(input);
    this.#layout = layout;
  }

  draft(facts: Facts, home?: string): string {
    const whole = snapshot(facts);
    const made = this.#drafts.get(facts)?.get(home) ?? this.#draft(whole, home);
    this.#drafts.set(facts, (this.#drafts.get(facts) ?? new Map<Home, string>()).set(home, made));
    return made;
  }

  /** The draft in which no entry is joint. */
  apart(facts: Facts, home?: string): string {
    const single = apart(snapshot(facts), this.#config);
    return this.#render(single.snapshot, single.config, home);
  }

  /** The edited text, revised with a fresh draft of the facts. */
  rerun(edited: string, facts: Facts, options: { adopt?: boolean } = {}): Revision {
    const fresh: Fresh = {
      draft: (home) => this.draft(facts, home),
      apart: (home) => this.apart(facts, home),
      facts: knownFacts(snapshot(facts)),
    };
    const server = 'https://github.com';
    return revise(edited, fresh, { server, file: 'reports/2017-05-08.md', ...options });
  }

  #draft(whole: Snapshot, home: Home): string {
    return withRecord(this.#render(whole, this.#config, home), whole, home);
  }

  #render(whole: Snapshot, settings: ReturnType<typeof config>, home: Home): string {
    return render(compose(whole, settings, 7, undefined, home), this.#layout);
  }
}

/** A report without its record. */
export function bodyOf(text: string): string {
  return text.replace(/^<!-- devreport record: made[^]*?-->/m, '');
}

/** How the lines of two reports differ, their records aside: `-` is gone, `+` is new. */
export function changes(before: string, after: string): string[] {
  const [old, fresh] = [bodyOf(before).split('\n'), bodyOf(after).split('\n')];
  // The longest common subsequence, by lengths[i][j] of what is left from old[i] and fresh[j] on.
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      (lengths[i] ?? [])[j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) [i, j] = [i + 1, j + 1];
    else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      found.push(`-${old[i++] ?? ''}`);
    else found.push(`+${fresh[j++] ?? ''}`);
  }
  return found;
}

import { loadTemplate } from '../../src/commands/load-template.ts';
import { compose } from '../../src/compose/compose.ts';
import type { ConfigInput } from '../../src/config/schema.ts';
import { render } from '../../src/render/render.ts';
import { apart } from '../../src/revise/apart.ts';
import { withRecord } from '../../src/revise/record.ts';
import { revise, type Revision } from '../../src/revise/revise.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { snapshot } from '../support/snapshot.ts';

type Layout = Awaited<ReturnType<typeof loadTemplate>>;

export const weekly = await loadTemplate('weekly', '.');

/** One report over time: how its drafts are made, whatever the facts. */
export class Series {
  readonly #config;
  readonly #layout;
  readonly #drafts = new WeakMap<Partial<Snapshot>, string>();

  constructor(input: ConfigInput = {}, layout: Layout = weekly) {
    this.#config = config(input);
    this.#layout = layout;
  }

  draft(facts: Partial<Snapshot>): string {
    const whole = snapshot(facts);
    const made = this.#drafts.get(facts) ?? withRecord(this.#render(whole, this.#config), whole);
    this.#drafts.set(facts, made);
    return made;
  }

  /** The draft in which no entry is joint. */
  apart(facts: Partial<Snapshot>): string {
    const single = apart(snapshot(facts), this.#config);
    return this.#render(single.snapshot, single.config);
  }

  /** The edited text, revised with a fresh draft of the facts. */
  rerun(edited: string, facts: Partial<Snapshot>, options: { adopt?: boolean } = {}): Revision {
    return revise(edited, this.draft(facts), {
      server: 'https://github.com',
      file: 'reports/2017-05-08.md',
      apart: () => this.apart(facts),
      ...options,
    });
  }

  #render(whole: Snapshot, settings: ReturnType<typeof config>): string {
    return render(compose(whole, settings, 7), this.#layout);
  }
}

/** A report without its record. */
export function bodyOf(text: string): string {
  return text.replace(/<!-- devreport record[^]*-->/, '');
}

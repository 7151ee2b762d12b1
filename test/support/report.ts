import { parseConfig } from '../../src/config/config.ts';
import type { Config, ConfigInput } from '../../src/config/schema/schema.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { compose } from '../../src/compose/compose.ts';
import type { ReportRecord } from '../../src/report/record/record.ts';
import { readReport } from '../../src/report/report.ts';
import { render } from '../../src/render/render.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';

export function config(input: ConfigInput = {}): Config {
  const parsed = parseConfig(input);
  if (!parsed.config) throw new Error(JSON.stringify(parsed.issues));
  return parsed.config;
}

/** A report without its record, in the layout the config names. */
export async function report(
  snapshot: Snapshot,
  input: ConfigInput = {},
  earlier = 0,
): Promise<string> {
  const settings = config(input);
  return render(compose(snapshot, settings, earlier), await loadTemplate(settings.template, '.'));
}

/** The record in a report's text; null without one. */
export function recordIn(text: string): ReportRecord | null {
  const { record, damage } = readReport({ path: 'it', text });
  if (damage) throw damage;
  return record?.record ?? null;
}

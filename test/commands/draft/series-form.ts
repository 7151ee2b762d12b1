import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { snapshot } from '../../support/snapshot.ts';

type Period = Snapshot['period'];
const DAY = 86_400_000;

/** The week that ends before a Monday, dated that Monday. */
export function weekBefore(monday: string): Period {
  const start = new Date(Date.parse(monday) - 7 * DAY).toISOString().slice(0, 19);
  const end = `${monday}T00:00:00Z`;
  return { kind: 'week', start: `${start}Z`, end, timezone: 'UTC', date: monday };
}

/** A month like `2017-05`. */
export function month(name: string): Period {
  const start = new Date(`${name}-01T00:00:00Z`);
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  const at = (time: Date) => `${time.toISOString().slice(0, 19)}Z`;
  const date = new Date(end.getTime() - DAY).toISOString().slice(0, 10);
  return { kind: 'month', start: at(start), end: at(end), timezone: 'UTC', date };
}

const template = `# {{title}}

The {{ordinal}}, {{number}}.

{{#with previous}}
Before: [{{title}}]({{url}}), {{number}} of {{date}}.
{{/with}}

{{#with next}}
After: [{{title}}]({{url}}), {{number}} of {{date}}.
{{/with}}
`;

/** A folder with a series of reports that say where they are in it. */
export class SeriesFolder {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** @param config its options besides the template, from the second line on */
  static async with(config: string, files: Record<string, string> = {}): Promise<SeriesFolder> {
    const series = new SeriesFolder(await temporaryFolder());
    await series.write({
      ...{ 'devreport.yml': `template: own.hbs\n${config}`, 'own.hbs': template },
      ...files,
    });
    return series;
  }

  async write(files: Record<string, string>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, path)), { recursive: true });
      await writeFile(join(this.folder, path), text);
    }
  }

  /** Drafts a period that is long over, from facts without items. */
  async draft(period: Period, ...options: string[]) {
    const collected = { ...snapshot().collected, at: '2018-08-01T00:00:00Z' };
    await this.write({ 'facts.json': serialiseSnapshot(snapshot({ period, collected })) });
    return devreport(this.folder, ['--source', 'facts.json', ...options]);
  }

  async reports(): Promise<string[]> {
    const found = await readdir(this.folder, { recursive: true });
    return found.filter((name) => name.endsWith('.md')).toSorted();
  }

  text(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }
}

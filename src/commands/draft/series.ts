import { basename, dirname, join, resolve } from 'node:path';
import { discord } from '../../series/neighbour.ts';
import type { Previously } from '../../compose/view.ts';
import { listOptional, readOptional } from '../../files/read-optional.ts';
import type { PreviousReport } from '../../series/last-time.ts';
import type { ItemId } from '../../item/item-id.ts';
import type { Warning } from '../../snapshot/schema.ts';
import type { CollectedFor, Facts } from '../facts/collect-facts.ts';
import { endpoint } from '../facts/endpoint.ts';
import type { Environment } from '../environment.ts';
import { dated, readNeighbour } from '../facts/neighbours.ts';
import { reportsFolder } from '../facts/reports-folder.ts';

export interface SeriesPlace {
  /** How many reports come before. */
  earlier: number;
  /** What the last one said, as far as this one has a place for it. */
  previously: Previously | undefined;
  /** A gap or an overlap with it. */
  discords: Warning[];
}

/** The reports before one, by the dates they are named after. */
export class Series {
  readonly #folder: string;
  /** The report's own file, which is none before it; null for stdout. */
  readonly #own: string | null;

  /** Beside a report that is named after a date, like the others; else where reports are. */
  constructor(output: string | undefined, environment: Environment) {
    const own = output === undefined || output === '-' ? null : resolve(environment.cwd, output);
    this.#own = own;
    this.#folder =
      own !== null && dated.test(basename(own)) ? dirname(own) : reportsFolder(environment);
  }

  /** Where a report stands in the series. */
  async placeOf(facts: Facts): Promise<SeriesPlace> {
    return {
      earlier: (await this.#before(facts.snapshot.period.date)).length,
      previously: await this.#previously(facts),
      discords: await this.#discords(facts),
    };
  }

  /** The dates of the reports before this date, oldest first. */
  async #before(date: string): Promise<string[]> {
    const names = (await listOptional(this.#folder)).filter((name) => dated.test(name));
    return names
      .filter((name) => name < `${date}.md` && join(this.#folder, name) !== this.#own)
      .map((name) => basename(name, '.md'));
  }

  /** What the last report planned: of that it will be told what became of it. */
  async planned(
    { repositories, period, config }: CollectedFor,
    environment: Environment,
  ): Promise<ItemId[]> {
    const last = await this.#last(period.date);
    if (!last) return [];
    const { itemsOfLastTime } = await import('../../series/last-time.ts');
    const { server } = endpoint(config, environment);
    return itemsOfLastTime(last, { server, repositories }, config).flatMap((item) => {
      const [repository = '', number] = item.split('#');
      return [{ repository, number: Number(number) }];
    });
  }

  /** What the last report said, as far as this one has a place for it. */
  async #previously({ snapshot, config }: Facts): Promise<Previously | undefined> {
    const last = await this.#last(snapshot.period.date);
    if (!last) return undefined;
    const { lastTime } = await import('../../series/last-time.ts');
    return lastTime(last, snapshot, config);
  }

  /** A gap or an overlap with the report before. */
  async #discords({ snapshot: { period } }: Facts): Promise<Warning[]> {
    const date = (await this.#before(period.date)).at(-1);
    if (date === undefined) return [];
    const neighbour = await readNeighbour(join(this.#folder, `${date}.md`), 'before');
    const found = neighbour && discord(neighbour, period);
    return found ? [found] : [];
  }

  async #last(date: string): Promise<PreviousReport | null> {
    const last = (await this.#before(date)).at(-1);
    if (last === undefined) return null;
    const text = await readOptional(join(this.#folder, `${last}.md`));
    return text === null ? null : { date: last, text };
  }
}

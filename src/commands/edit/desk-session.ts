import type { Desk } from '../../edit/desk.ts';
import { actOnNews, isNewsAction } from '../../edit/act-on-news.ts';
import { actOnText } from '../../edit/actions/act-on-text.ts';
import { proposedChanges } from '../../edit/news/proposed-changes.ts';
import type {
  ActAnswer,
  ActRequest,
  DeskEvent,
  DeskFacts,
  DeskReading,
  DeskReport,
  NewsAnswer,
  SaveAnswer,
  SaveRequest,
} from '../../edit/protocol.ts';
import { readDesk } from '../../edit/read/read-desk.ts';
import type { DeskHost, DeskImage } from '../../edit/server/host.ts';
import { DevreportError } from '../../errors.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import { previewBlocks } from '../../publish/html/preview-blocks.ts';
import { reportTitle } from '../../report/report-title.ts';
import type { Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { deskImage, imageAddress } from './desk-image.ts';
import { deskKnowledge } from './desk-knowledge.ts';
import { gatherFacts, type GatheredFacts } from './gather-facts.ts';
import { LatestReport } from './latest-report.ts';
import type { LocatedReport } from './locate-report.ts';
import type { UnsavedText } from './unsaved-text.ts';

interface SessionParts {
  located: LocatedReport;
  unsaved: UnsavedText;
  environment: Environment;
  reports: LatestReport;
}

/** One report on the desk: its file, its facts, and who listens for changes of either. */
export class DeskSession implements DeskHost {
  readonly #located: LocatedReport;
  readonly #unsaved: UnsavedText;
  readonly #environment: Environment;
  readonly #reports: LatestReport;
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #stop: () => void;
  /** Without facts until the source has answered. */
  #desk: Desk;
  /** Why the source did not answer last time. */
  #problem: string | null = null;
  /** Settled when the source has answered, whatever it answered. */
  #asked: Promise<void>;

  /** @param gathered the facts, where they are there already */
  static async open(
    located: LocatedReport,
    unsaved: UnsavedText,
    environment: Environment,
    gathered: GatheredFacts | null,
  ): Promise<DeskSession> {
    const { text } = located.file.require();
    const known = gathered ?? { problem: 'The source has not answered yet.' };
    const reports = new LatestReport(located.file.shown);
    const desk = await deskKnowledge(located, reports.of(text), known, environment);
    return new DeskSession({ located, unsaved, environment, reports }, desk, gathered !== null);
  }

  private constructor(
    { located, unsaved, environment, reports }: SessionParts,
    desk: Desk,
    hasFacts: boolean,
  ) {
    this.#located = located;
    this.#unsaved = unsaved;
    this.#environment = environment;
    this.#reports = reports;
    this.#desk = desk;
    this.#asked = hasFacts ? Promise.resolve() : this.#ask();
    this.#stop = located.file.watch((content) => {
      this.#tell({ type: 'file', text: content?.text ?? null, hash: content?.hash ?? '' });
    });
  }

  /** Ends what would keep the program running. */
  close(): void {
    this.#stop();
  }

  async report(): Promise<DeskReport> {
    const { file } = this.#located;
    const { text, hash } = file.require();
    const reading = this.read(text);
    const unsaved = this.#unsaved.read();
    const about = reading.problem === null ? this.#reports.of(text) : null;
    return {
      path: file.shown,
      title: about ? await reportTitle(about) : file.shown,
      period: about && daysOf(about),
      ...{ text, hash, reading },
      readOnly: file.readOnly,
      record: about?.record ? 'present' : about?.damage ? 'damaged' : 'missing',
      recovered: unsaved && unsaved.text !== text ? unsaved : null,
    };
  }

  read(text: string): DeskReading {
    const { server, home } = this.#desk;
    return readDesk(
      () => this.#reports.of(text),
      this.#desk,
      (report) => previewBlocks(report, { server, home, images: 'relative', imageAddress }),
    );
  }

  keep(unsaved: SaveRequest): void {
    this.#unsaved.keep(unsaved, new Date().toISOString());
  }

  save(request: SaveRequest): SaveAnswer {
    const answer = this.#located.file.save(request);
    if (!('conflict' in answer)) this.#unsaved.drop();
    return answer;
  }

  async facts(): Promise<DeskFacts> {
    await this.#asked;
    return this.#desk.facts;
  }

  act({ text, action }: ActRequest): ActAnswer {
    const report = this.#reports.of(text);
    return isNewsAction(action)
      ? actOnNews(report, action, this.#desk)
      : actOnText(report, action, this.#desk);
  }

  async refresh(text: string): Promise<NewsAnswer> {
    await this.#asked;
    await (this.#asked = this.#ask());
    return this.news(text);
  }

  news(text: string): NewsAnswer {
    const { facts, drafts } = this.#desk;
    return {
      changes: drafts ? proposedChanges(this.#reports.of(text), drafts.fresh) : [],
      problem: this.#problem ?? facts.problem,
    };
  }

  image(address: string): DeskImage | null {
    return deskImage(this.#located.file.path, address);
  }

  listen(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Asks the source. Facts that are there stay when it can't be reached. */
  async #ask(): Promise<void> {
    const { file } = this.#located;
    const gathered = await this.#gather();
    if (this.#environment.signal.aborted) return;
    this.#problem = 'problem' in gathered ? gathered.problem : null;
    if ('problem' in gathered && this.#desk.drafts) return;
    const report = this.#reports.of(file.read()?.text ?? '');
    this.#desk = await deskKnowledge(this.#located, report, gathered, this.#environment);
    this.#tell({ type: 'facts' });
  }

  async #gather(): Promise<GatheredFacts | { problem: string }> {
    try {
      return await gatherFacts(this.#located, this.#environment);
    } catch (error) {
      const { signal } = this.#environment;
      if (signal.aborted) return { problem: String(signal.reason) };
      if (!(error instanceof DevreportError)) throw error;
      return { problem: [...error.lines, error.hint ?? ''].join('\n').trim() };
    }
  }

  #tell(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function daysOf({ record }: Report): DeskReport['period'] {
  if (!record) return null;
  const { start, end, timezone } = record.record.period;
  return {
    firstDay: dateOf(start, timezone),
    lastDay: dateOf(secondBefore(end), timezone),
    timezone,
  };
}

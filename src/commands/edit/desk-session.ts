import { dirname, extname, join } from 'node:path';
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
import { DevreportError, UsageError } from '../../errors.ts';
import { readOptionalBytes } from '../../files/read-optional.ts';
import { secondBefore } from '../../period/instant.ts';
import { dateOf } from '../../period/timezone.ts';
import { previewBlocks } from '../../publish/html/preview-blocks.ts';
import { reportTitle } from '../../report/report-title.ts';
import { readReport, type Report } from '../../report/report.ts';
import type { Environment } from '../environment.ts';
import { deskKnowledge } from './desk-knowledge.ts';
import { gatherFacts, type GatheredFacts } from './gather-facts.ts';
import type { LocatedReport } from './locate-report.ts';
import type { UnsavedText } from './unsaved-text.ts';

/** One report on the desk: its file, its facts, and who listens for changes of either. */
export class DeskSession implements DeskHost {
  readonly #located: LocatedReport;
  readonly #unsaved: UnsavedText;
  readonly #environment: Environment;
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
    const desk = await deskKnowledge(located, text, known, environment);
    return new DeskSession(located, unsaved, environment, desk, gathered !== null);
  }

  private constructor(
    located: LocatedReport,
    unsaved: UnsavedText,
    environment: Environment,
    desk: Desk,
    hasFacts: boolean,
  ) {
    this.#located = located;
    this.#unsaved = unsaved;
    this.#environment = environment;
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
    const about = reading.problem === null ? readReport({ path: file.shown, text }) : null;
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
    return readDesk(text, this.#desk, (report) =>
      previewBlocks(report, { server, home, images: 'relative', imageAddress: fileAddress }),
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
    const report = this.#reportOf(text);
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
      changes: drafts ? proposedChanges(this.#reportOf(text), drafts.fresh) : [],
      problem: this.#problem ?? facts.problem,
    };
  }

  image(address: string): DeskImage | null {
    const type = imageTypes[extname(address).toLowerCase()];
    if (type === undefined) return null;
    const folder = dirname(this.#located.file.path);
    try {
      const bytes = readOptionalBytes(join(folder, decodeURIComponent(address)), folder);
      return bytes && { bytes, type };
    } catch (error) {
      // A malformed address, or a link that leads outside: there is no such image.
      if (error instanceof URIError || error instanceof UsageError) return null;
      throw error;
    }
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
    const text = file.read()?.text ?? '';
    this.#desk = await deskKnowledge(this.#located, text, gathered, this.#environment);
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

  #reportOf(text: string): Report {
    return readReport({ path: this.#located.file.shown, text });
  }

  #tell(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The images that are shown, by their extensions. An SVG runs nothing where it is an image. */
const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** Where the server has what a report shows by a path from its own folder; null for what is elsewhere. */
function fileAddress(path: string): string | null {
  const files = new URL('http://127.0.0.1/files/');
  if (!URL.canParse(path, files.href)) return null;
  const { origin, pathname } = new URL(path, files);
  return origin === files.origin && pathname.startsWith(files.pathname) ? pathname : null;
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

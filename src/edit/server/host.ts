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
} from '../protocol.ts';

/** What the server of the desk gives the page access to: one report, its facts, and the images beside it. */
export interface DeskHost {
  report(): Promise<DeskReport>;
  read(text: string): DeskReading;
  /** Keeps unsaved text, in case nobody can save it any more. */
  keep(unsaved: SaveRequest): void;
  /** Writes the text, if the file still has the content that it was made from. */
  save(request: SaveRequest): SaveAnswer;
  /** Waits for the source. */
  facts(): Promise<DeskFacts>;
  act(request: ActRequest): ActAnswer;
  /** What a rerun would change in the text, with the facts of now. */
  refresh(text: string): Promise<NewsAnswer>;
  /** The same, with the facts that are there. */
  news(text: string): NewsAnswer;
  /** An image by its path from the report's folder; null for everything else. */
  image(path: string): DeskImage | null;
  /** @returns what ends the listening */
  listen(listener: (event: DeskEvent) => void): () => void;
}

export interface DeskImage {
  bytes: Uint8Array;
  /** A media type: `image/png`. */
  type: string;
}

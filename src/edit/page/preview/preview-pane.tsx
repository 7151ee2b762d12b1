import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskReading } from '../../protocol.ts';
import { settled } from '../settled.ts';
import { currentEntry } from '../state.ts';
import { Blocks } from './blocks.ts';
import { listenForClicks } from './clicks.ts';
import { listenForDrags } from './drags.ts';
import marks from './preview-marks.css';
import look from './preview.css';
import { followSource, scrollTogether } from './scroll-together.ts';
import { showCurrent } from './show-current.ts';

/** How long after the frame could not be loaded it is asked for again, in milliseconds. */
const RETRY = 1000;

/** The report as GitHub shows it, in a frame in which nothing runs. */
export function PreviewPane({ isShown }: { isShown: boolean }): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  const blocks = useRef<Blocks>(null);
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);
  useEffect(() => {
    const view = frame.current?.contentWindow;
    if (isShown && view && blocks.current) followSource(blocks.current, view);
  }, [isShown]);
  return (
    <section id="preview" class="pane preview" aria-label="Preview" hidden={!isShown}>
      <iframe
        ref={frame}
        id="preview-frame"
        title="Preview of the report"
        sandbox="allow-same-origin"
        src="/preview"
        onLoad={({ currentTarget }) => {
          stop.current?.();
          blocks.current = null;
          // The page of an error, as of a connection that broke, is not ours to look into.
          const article = currentTarget.contentDocument?.querySelector('article');
          const view = currentTarget.contentWindow as (Window & typeof globalThis) | null;
          if (!view || !article) {
            const again = setTimeout(() => (currentTarget.src = '/preview'), RETRY);
            stop.current = () => clearTimeout(again);
            return;
          }
          blocks.current = new Blocks(article);
          stop.current = start(blocks.current, view);
        }}
      />
    </section>
  );
}

/** @returns what ends it */
function start(blocks: Blocks, view: Window & typeof globalThis): () => void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(look + marks);
  view.document.adoptedStyleSheets = [sheet];
  listenForClicks(blocks, view.document);
  listenForDrags(blocks, view.document);
  scrollTogether(blocks, view);
  return draw(blocks, view);
}

/** Draws what has changed, in a task of its own: a key that is pressed meanwhile comes first. */
function draw(blocks: Blocks, view: Window): () => void {
  let drawn: DeskReading | null = null;
  let task: number | undefined;
  const run = (): void => {
    const read = settled.value;
    if (read && read !== drawn) {
      // The mark is not part of the report, and would make its entry look changed.
      showCurrent(blocks, view, null);
      blocks.show(read.preview);
      drawn = read;
    }
    showCurrent(blocks, view, currentEntry.value);
  };
  const soon = (): void => {
    clearTimeout(task);
    task = setTimeout(run);
  };
  const stops = [settled.subscribe(soon), currentEntry.subscribe(soon)];
  return () => {
    clearTimeout(task);
    for (const stop of stops) stop();
  };
}

import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { FactsPane } from '../facts/facts-pane.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { SourcePane } from '../source/source-pane.tsx';
import { isPaneShown, room } from './room.ts';
import { Splitter } from './splitter.tsx';

/** In percent of the page. */
const factsWidth = signal(26);
const previewWidth = signal(36);

/** Facts, source and preview, as many as there is room for. All stay alive, shown or not. */
export function Panes(): JSX.Element {
  const hasFacts = isPaneShown('facts');
  const hasSource = isPaneShown('source');
  const hasPreview = isPaneShown('preview');
  const columns = [
    ...(hasFacts && (hasSource || hasPreview)
      ? [`minmax(min(280px, 40%), ${factsWidth.value}fr) 7px`]
      : []),
    `minmax(0, ${100 - factsWidth.value - (room.value === 'wide' ? previewWidth.value : 0)}fr)`,
    ...(hasSource && hasPreview ? [`7px minmax(0, ${previewWidth.value}fr)`] : []),
  ];
  return (
    <main class="panes" style={{ gridTemplateColumns: columns.join(' ') }}>
      <FactsPane isShown={hasFacts} />
      {hasFacts && (hasSource || hasPreview) && (
        <Splitter
          id="facts-width"
          name="Width of the facts"
          controls="facts"
          size={factsWidth}
          least={15}
          most={45}
          orientation="vertical"
        />
      )}
      <div class="pane" hidden={!hasSource}>
        <SourcePane />
      </div>
      {hasSource && hasPreview && (
        <Splitter
          id="preview-width"
          name="Width of the preview"
          controls="preview"
          size={previewWidth}
          least={15}
          most={50}
          orientation="vertical"
          isAfter
        />
      )}
      <PreviewPane isShown={hasPreview} />
    </main>
  );
}

import { useSignalEffect } from '@preact/signals';
import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskReport } from '../../protocol.ts';
import { isGone } from '../saving/gone.ts';
import { canEdit } from '../saving/saved.ts';
import { startSaving } from '../saving/start-saving.ts';
import { report } from '../state.ts';
import { provideText } from '../text.ts';
import { asDocument } from './document.ts';
import { createEditor, setWritable } from './editor.ts';
import { FixMenu } from './fix-menu.tsx';
import { readSoon, showIn } from './reading/read-soon.ts';
import { textPaneOf } from './text-pane.ts';

/** The text of the report, where it is edited. */
export function SourcePane() {
  const { value } = report;
  return (
    <section class="source" id="source" aria-label="Source" aria-busy={value === null}>
      {value && <Editor report={value} />}
    </section>
  );
}

/** @param props the report as it was loaded: the editor has its own text from then on */
function Editor({ report }: { report: DeskReport }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  useEffect(() => {
    if (!place.current) return;
    const view = createEditor(place.current, asDocument(report.text));
    editor.current = view;
    provideText(textPaneOf(view));
    const stop = startSaving(report);
    setWritable(view, canEdit.value);
    showIn(view, report.reading);
    view.focus();
    return () => {
      stop();
      view.destroy();
    };
  }, []);
  useSignalEffect(() => {
    const isWritable = canEdit.value;
    if (editor.current) setWritable(editor.current, isWritable);
  });
  useSignalEffect(() => {
    const { value } = isGone;
    if (editor.current && !value) readSoon(editor.current, 0);
  });
  return (
    <>
      <div ref={place} class="source-text" />
      <FixMenu />
    </>
  );
}

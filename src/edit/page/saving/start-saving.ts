import { batch } from '@preact/signals';
import type { DeskReport } from '../../protocol.ts';
import { documentNow, asDocument } from '../source/document.ts';
import { listenToServer } from './connection.ts';
import { keptHere } from './keep-here.ts';
import { keepUnsaved } from './keep.ts';
import { base, recovered, savedText, watchSaveState } from './saved.ts';

/** Begins with the file as it was loaded. @returns what ends it */
export function startSaving(report: DeskReport): () => void {
  batch(() => {
    base.value = report.hash;
    savedText.value = asDocument(report.text);
    documentNow.value = savedText.value;
    recovered.value = newest(report.recovered, keptHere(), report.text);
  });
  const stops = [watchSaveState(), keepUnsaved(), listenToServer()];
  return () => {
    for (const stop of stops) stop();
  };
}

type Recovered = DeskReport['recovered'];

function newest(one: Recovered, other: Recovered, text: string): Recovered {
  const [newest] = [one, other]
    .filter((kept) => kept !== null)
    .filter((kept) => kept.text !== text)
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  return newest ?? null;
}

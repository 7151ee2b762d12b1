import { api } from '../api.ts';
import { report, said } from '../state.ts';
import { textPane } from '../text.ts';

/** Writes the file. */
export async function save(): Promise<void> {
  const base = report.value?.hash ?? '';
  const answer = await api.save({ text: textPane().text(), base });
  if ('hash' in answer) said.value = 'Saved.';
}

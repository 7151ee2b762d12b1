import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { act } from '../act.ts';
import { reading, report } from '../state.ts';
import { textPane } from '../text.ts';
import { Button } from './button.tsx';

/** What the editor has to know about the report as a whole. */
export function Notices(): JSX.Element {
  const isAdopted = useSignal(false);
  const problem = reading.value?.problem ?? null;
  const canAdopt = report.value?.record === 'missing' && !isAdopted.value && problem === null;
  const adopt = async (): Promise<void> => {
    const before = textPane().text();
    await act({ do: 'adopt' });
    isAdopted.value = textPane().text() !== before;
  };
  return (
    <>
      {problem !== null && (
        <div id="unreadable" class="notice warning" role="alert">
          <p class="foreign">{problem}</p>
          <p>Entries, findings and the preview are back as soon as the text can be read.</p>
        </div>
      )}
      {canAdopt && (
        <section id="no-record" class="notice" aria-label="No record">
          <p>
            This report has no record of a draft, so that a refresh cannot tell your words from
            generated ones.
          </p>
          <Button id="adopt" hint="Adds the record at its end" onClick={() => void adopt()}>
            Adopt it
          </Button>
        </section>
      )}
    </>
  );
}

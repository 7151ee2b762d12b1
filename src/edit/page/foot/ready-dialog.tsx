import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { closeDialog, Dialog } from '../layout/dialog.tsx';
import { goToNextOf } from '../next-step.ts';
import { report } from '../state.ts';
import { isReady, missingFacts, remains } from './remains.ts';

/** How to publish the report, and what remains to be done before. */
export function ReadyDialog(): JSX.Element {
  return (
    <Dialog
      name="ready"
      title={isReady.value ? 'Ready to publish' : 'Before you publish'}
      shape="box"
    >
      {!isReady.value && <Remaining />}
      <p>
        {isReady.value
          ? 'Nothing is left to do. Save, then check it once more and make the pages:'
          : 'When nothing is left, save, and:'}
      </p>
      <Command words={['devreport', 'check', report.value?.path ?? '']} />
      <Command words={['devreport', 'publish']} />
      <p class="quiet">
        Or commit the report and open a pull request, as your project does it for other changes.
      </p>
    </Dialog>
  );
}

function Remaining(): JSX.Element {
  return (
    <>
      <ul class="remaining">
        {remains.value.map(({ kind, words }) => (
          <li key={words}>
            {words}{' '}
            {kind !== null && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  closeDialog();
                  // Behind the dialog's giving back of the focus.
                  setTimeout(() => goToNextOf(kind));
                }}
              >
                Show
              </button>
            )}
          </li>
        ))}
      </ul>
      {missingFacts.value.length > 0 && (
        <ul class="missing">
          {missingFacts.value.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A command for a terminal, and a button that copies it. */
function Command({ words }: { words: string[] }): JSX.Element {
  const isCopied = useSignal(false);
  const line = words.map((word) => (/^[\w./-]+$/.test(word) ? word : quoted(word))).join(' ');
  return (
    <p class="command">
      <code>{line}</code>
      <button
        type="button"
        class="button"
        aria-label={`Copy ${line}`}
        onClick={() => {
          void navigator.clipboard.writeText(line).then(() => {
            isCopied.value = true;
          });
        }}
      >
        {isCopied.value ? 'Copied' : 'Copy'}
      </button>
    </p>
  );
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

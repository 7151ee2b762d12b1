import { documentNow } from '../source/document.ts';
import { said } from '../state.ts';
import { connect } from './connection.ts';
import { Trouble } from './trouble.tsx';

/** Nobody is there who could save: the text is in the page alone. */
export function GoneTrouble() {
  return (
    <Trouble
      id="server-gone"
      title="devreport does not answer."
      actions={
        <>
          <button type="button" class="button" onClick={() => void copyText()}>
            Copy the text
          </button>
          <button type="button" class="button" onClick={connect}>
            Try now
          </button>
        </>
      }
    >
      Your text is kept in this page, which goes on when devreport answers again. If it has ended,
      start <code>devreport edit --port {location.port}</code> for the same report and open the
      address it prints in this browser.
    </Trouble>
  );
}

async function copyText(): Promise<void> {
  try {
    await navigator.clipboard.writeText(documentNow.value.toString());
    said.value = 'The text is in the clipboard.';
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    said.value = 'The browser does not allow to copy: select everything in the text and copy that.';
  }
}

import type { JSX } from 'preact';
import { keys, type DeskKey } from '../keys.ts';
import { keyLabel } from '../shortcuts.ts';
import { Dialog } from './dialog.tsx';

/** All keys of the page. */
export function KeysDialog(): JSX.Element {
  return (
    <Dialog name="keys" title="Keys" shape="box">
      <table class="keys">
        <thead class="unseen">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries<DeskKey>(keys).map(([id, key]) => (
            <tr key={id}>
              <td>
                <kbd>{keyLabel(key)}</kbd>
              </td>
              <td>{key.name}</td>
            </tr>
          ))}
          {['Mod-Z', 'Mod-Shift-Z'].map((key, index) => (
            <tr key={key}>
              <td>
                <kbd>{keyLabel({ key })}</kbd>
              </td>
              <td>{index === 0 ? 'Undo, in the source' : 'Do it again'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">
        In lists, arrows move and Enter chooses. In the source, Escape and then Tab goes on to the
        next pane.
      </p>
    </Dialog>
  );
}

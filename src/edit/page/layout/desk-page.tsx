import type { JSX } from 'preact';
import { DeskFoot } from '../foot/desk-foot.tsx';
import { ReadyDialog } from '../foot/ready-dialog.tsx';
import { DeskHeader } from '../header/desk-header.tsx';
import { load, loadProblem } from '../load.ts';
import { CreditMenu } from '../menus/credit-menu.tsx';
import { JoinMenu } from '../menus/join-menu.tsx';
import { BringBackMenu, MoveMenu } from '../menus/move-menu.tsx';
import { NewsDialog } from '../news/news-dialog.tsx';
import { SaveTrouble } from '../saving/save-trouble.tsx';
import { report } from '../state.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { Notices } from './notices.tsx';
import { Panes } from './panes.tsx';

export function DeskPage(): JSX.Element {
  if (!report.value) return <Waiting />;
  return (
    <>
      <DeskHeader />
      <Notices />
      <SaveTrouble />
      <Panes />
      <DeskFoot />
      <MoveMenu />
      <BringBackMenu />
      <JoinMenu />
      <CreditMenu />
      <NewsDialog />
      <ReadyDialog />
      <KeysDialog />
    </>
  );
}

function Waiting(): JSX.Element {
  const problem = loadProblem.value;
  return (
    <main class="waiting">
      <h1>devreport</h1>
      {problem === null ? (
        <p role="status">Opening the report…</p>
      ) : (
        <div class="notice warning" role="alert">
          <p class="foreign">{problem}</p>
          <button type="button" id="load-again" class="button" onClick={() => void load()}>
            Try again
          </button>
        </div>
      )}
    </main>
  );
}

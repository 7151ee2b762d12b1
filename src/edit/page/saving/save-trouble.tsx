import { report } from '../state.ts';
import { ConflictTrouble } from './conflict-trouble.tsx';
import { GoneTrouble } from './gone-trouble.tsx';
import { isGone } from './gone.ts';
import { RecoveredTrouble } from './recovered-trouble.tsx';
import { conflict, recovered } from './saved.ts';
import { Trouble } from './trouble.tsx';

/** What is in the way of saving, and what can be done about it; nothing when nothing is. */
export function SaveTrouble() {
  const readOnly = report.value?.readOnly ?? null;
  return (
    <>
      {isGone.value && <GoneTrouble />}
      {conflict.value && <ConflictTrouble file={conflict.value} />}
      {recovered.value && <RecoveredTrouble recovered={recovered.value} />}
      {readOnly !== null && (
        <Trouble id="read-only" title="This report can only be read.">
          {readOnly}
        </Trouble>
      )}
    </>
  );
}

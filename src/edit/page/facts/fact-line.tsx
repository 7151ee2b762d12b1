import type { JSX } from 'preact';
import { StateIcon } from '../layout/icon.tsx';
import type { FactLine } from './lines.ts';
import type { FactRow } from './rows.ts';
import { LINE } from './window.ts';

interface Props {
  line: FactLine;
  index: number;
  /** Whether the panes show it. */
  isCurrent: boolean;
  /** Whether the Tab key goes there. */
  isStop: boolean;
}

/** A line of the facts at its place in the list. */
export function FactLineItem({ line, index, isCurrent, isStop }: Props): JSX.Element {
  const { key, kind, position, size } = line;
  const style = { top: `${index * LINE}px` };
  if (kind === 'title')
    // For the eye: each group says for itself where it is.
    return (
      <li role="none" class="fact-line fact-part" style={style} aria-hidden="true">
        <span>{line.title}</span>
        <span class="count">{line.count}</span>
      </li>
    );
  const place = { 'aria-posinset': position, 'aria-setsize': size, tabIndex: isStop ? 0 : -1 };
  if (kind === 'group')
    return (
      <li
        role="treeitem"
        aria-level={1}
        aria-expanded={line.isOpen}
        class="fact-line fact-group"
        data-key={key}
        style={style}
        {...place}
      >
        <GroupContent line={line} />
      </li>
    );
  return (
    <li
      role="treeitem"
      aria-level={2}
      aria-selected={isCurrent}
      class="fact-line fact-row"
      data-key={key}
      style={style}
      draggable
      {...place}
    >
      <RowContent row={line.row} />
    </li>
  );
}

function GroupContent({ line }: { line: FactLine & { kind: 'group' } }): JSX.Element {
  const { group, isOpen } = line;
  return (
    <>
      <span class="turn" aria-hidden="true">
        {isOpen ? '▾' : '▸'}
      </span>
      <span class="fact-group-title" dir="auto">
        {group.title}
      </span>{' '}
      <span class="count">{group.rows.length}</span>{' '}
      <span class="unseen">{group.section === null ? 'not in the report' : 'in the report'}</span>
    </>
  );
}

function RowContent({ row }: { row: FactRow }): JSX.Element {
  const { label, title, item, items, words } = row;
  return (
    <>
      <StateIcon item={item} />
      <span class="fact-label">{label}</span>{' '}
      <span class="fact-title" dir="auto" title={title}>
        {title}
      </span>
      {items.length > 1 && <span class="quiet"> +{items.length - 1}</span>}
      {words === 'drafted' && (
        <span class="mark-drafted" title="In the draft's words">
          <span class="unseen"> as drafted</span>
        </span>
      )}
    </>
  );
}

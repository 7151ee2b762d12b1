import type { Change } from './changes-since.ts';

const states: Record<Extract<Change, { kind: 'state' }>['state'], string> = {
  open: 'reopened',
  closed: 'closed',
  not_planned: 'closed as not planned',
  duplicate: 'closed as a duplicate',
  unmerged: 'closed without being merged',
  merged: 'merged',
  unknown: 'in an unknown state',
};

/** What changed about an item, as in "retitled “Two”". */
export function changeWords(change: Change, nameOf: (item: string) => string): string {
  switch (change.kind) {
    case 'state':
      return states[change.state];
    case 'reverted':
      return `reverted by ${nameOf(change.by)}`;
    case 'title':
      return `retitled “${shortened(change.text)}”`;
    case 'note':
      return `has the note “${shortened(change.text)}”`;
    case 'named': {
      const people = change.people.map((login) => `@${login}`);
      return `now with ${[...change.items.map(nameOf), ...people].join(' ')}`;
    }
    case 'text':
      return `would now read “${shortened(change.text)}”`;
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line;
}

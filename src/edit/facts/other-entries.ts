import type { Draft } from '../../report/draft/draft.ts';
export function otherEntries(..._: unknown[]): Draft {
  return {
    outline: {
      text: '',
      root: { type: 'root', children: [] },
      sections: [],
      blocks: [],
      bullets: [],
      paragraphs: [],
    },
    sections: [],
  };
}

import type { Span } from '../../markdown/span.ts';

/** Text that was meant as a link, but has a slip in its syntax. */
export interface LinkSlip extends Span {
  kind: 'swapped' | 'unclosed-text' | 'blank' | 'unclosed-address' | 'parenthesis-inside';
  /** The link that was meant; null where that is not clear. */
  meant: string | null;
}

const text = /[^()[\]\r\n]{1,200}/.source;
const address = /(?:https?:\/\/|\.{1,2}\/)[^\s()[\]<>]+/.source;
const link = ([, label = '', url = '']: RegExpExecArray) => `[${label}](${url})`;

const slips: readonly {
  kind: LinkSlip['kind'];
  pattern: RegExp;
  meant: (match: RegExpExecArray) => string | null;
}[] = [
  { kind: 'swapped', pattern: new RegExp(`\\((${text})\\)\\[(${address})\\]`, 'g'), meant: link },
  {
    kind: 'unclosed-text',
    pattern: new RegExp(`\\[(${text})\\)\\((${address})\\)`, 'g'),
    meant: link,
  },
  {
    kind: 'blank',
    pattern: new RegExp(`\\[(${text})\\] +\\((${address})\\)`, 'g'),
    meant: link,
  },
  {
    kind: 'unclosed-address',
    pattern: new RegExp(`\\[${text}\\]\\(${address}(?=\\s|$)`, 'gm'),
    meant: () => null,
  },
  {
    kind: 'parenthesis-inside',
    pattern: /\[\(([\w./-]*[#@][\w-]+\])/g,
    meant: ([, label = '']) => `([${label}`,
  },
];

/** The slips in the text of a report without its links, but with the addresses that link themselves. */
export function linkSlips(addresses: string): LinkSlip[] {
  return slips.flatMap(({ kind, pattern, meant }) =>
    [...addresses.matchAll(pattern)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
      meant: meant(match),
    })),
  );
}

const url = 'https://github.com/linuxkit/linuxkit/pull';
const link = (index: number): string => `[#${String(index)}](${url}/${String(index)})`;

/** A text of about so many characters, from numbered parts. */
function numbered(size: number, part: (index: number) => string, before = ''): string {
  const parts = [before];
  for (let length = 0, index = 0; length < size; index += 1) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}

function repeated(part: string): (size: number) => string {
  return (size) => numbered(size, () => part);
}

const merged = '## PRs merged\n\n';

/** Reports of so many characters, by what there is too much of in them. */
export const inputs: Record<string, (size: number) => string> = {
  entries: (size) => numbered(size, (at) => `- Words ${link(at)} @ann\n`, merged),
  'entries below headings': (size) =>
    numbered(size, (at) => `### A${String(at)} @bob\n\n- Words ${link(at)} @ann\n\n`, merged),
  'an entry of many links': (size) =>
    numbered(size, (at) => ` and ${link(at)}`, `${merged}- Words`),
  'an entry of many people': (size) =>
    numbered(size, (at) => ` @ann${String(at)}`, `${merged}- Words ${link(1764)}`),
  'entries of one item': (size) => numbered(size, () => `- Words ${link(1764)} @ann\n`, merged),
  'sections below a long title': (size) =>
    `# ${'word '.repeat(size / 10)}\n\n${numbered(size / 2, () => '## A\n')}`,
  'repositories, and their names': (size) =>
    numbered(size / 2, (at) => `[#1](https://github.com/o${String(at)}/r/pull/1) `) +
    numbered(size / 2, (at) => `\n\nsee r#${String(at + 100)}`),
  'undefined references': (size) =>
    numbered(size / 2, (at) => `[o${String(at)}/a]\n\n`) +
    numbered(size / 2, (at) => `[p${String(at)}/a]: b\n`),
  'duplicate definitions': repeated('[a]: b\n'),
  'links to missing headings': (size) =>
    numbered(size / 2, (at) => `[a](#x${String(at)})\n\n`) +
    numbered(size / 2, (at) => `## y${String(at)}\n`),
  parentheses: (size) =>
    `${link(1)} ${'('.repeat(size / 2)}${numbered(size / 2, () => 'a) ').slice(0, size / 2)}`,
  'slips in links': repeated('[a)(https://b.c) '),
  'no-break spaces': repeated('a\u00a0'),
  'tags without a flag': repeated('\u{E0061}'),
  'a word again and again': repeated('xyzzyq '),
  'unknown names': (size) =>
    numbered(size / 2, (at) => `Wrod${(at + 1e6).toString(26).replace(/\d/g, 'x')}. `) +
    numbered(size / 2, (at) => `@ann${String(at)} `),
  'lint comments': repeated('<!-- lint disable spelling -->\n\nwrodd\n\n'),
  'beginnings of a record': repeated('<!-- devreport record\n'),
  'tags that never end': (size) => `<div>\n${'<'.repeat(size)}`,
  ']( ': repeated(']('),
  'x]': repeated('x]'),
  '*a_': repeated('*a_ '),
  'a* ': repeated('a* '),
  'a~ ': repeated('a~ '),
  'x <!-- ': repeated('x <!-- '),
  'x<?': repeated('x<?'),
  'images in images': (size) => '![a '.repeat(size / 9) + '](b) '.repeat(size / 9),
  'addresses of entities': (size) => `www.a.b/${'&a;'.repeat(size / 3)}x`,
  'underlined headings': repeated('a\n=\n'),
  quotes: repeated('> a\n\n'),
  'lazy lines': (size) => `> a\n${'a\n'.repeat(size / 2)}`,
  'lists in lists': repeated('- a\n  - b\n'),
  'lines without a blank one': repeated('a b\n'),
  footnotes: repeated('[^a]: x\n'),
  'levels of quotes': (size) => '>'.repeat(size),
};

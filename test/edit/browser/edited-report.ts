const pull = (number: number): string =>
  `[#${number}](https://github.com/linuxkit/linuxkit/pull/${number})`;

/** The lines of the entries below, without line ends. */
export const entries = {
  ci: `* The tests run again ${pull(1753)} @dave-tucker @justincormack.`,
  options: `* The run options were unified ${pull(1758)} @rneugeba.`,
  kubernetes: `*\tKubernetes boots again ${pull(1756)} @ijc25.`,
  spelling: `* Dautenhahn is spelled right ${pull(1766)} @ndauten.   `,
  lint: `- The standard tools look at the code [moby/tool#13](https://github.com/moby/tool/pull/13) @riyazdf.`,
  tests: `- Tests are tidy ${pull(1655)} @dave-tucker.`,
};

/** A report in a style that nobody else would write, so that what is written anew is seen. */
export const editedReport = `# Development report for 8 May 2017

The first one,${'  '}
with a break that blanks make.

## PRs merged

### Core

${entries.ci}
${entries.options}
${entries.kubernetes}
${entries.spelling}

### Testing

${entries.lint}
${entries.tests}

| A table   | of ours|
|:--|:-:|
|stays | as it is |

Planned changes
---------------

<!-- editor: What comes next? -->


Bye\t
`;

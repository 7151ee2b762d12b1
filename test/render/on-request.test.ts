import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { render } from '../../src/render/render.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { sources } from '../../src/snapshot/sources.ts';
import { temporaryFolder } from '../support/folder.ts';
import { config } from '../support/report.ts';
import { bot, pull, snapshot } from '../support/snapshot.ts';

const counts = {
  ...{ pullsOpened: 5, pullsMerged: 0, pullsClosed: null },
  ...{ issuesOpened: 3, issuesClosed: 4 },
};
const repositories = [{ repository: 'linuxkit/linuxkit', ...counts }];
const history = [
  { start: '2017-04-17T00:00:00Z', end: '2017-04-24T00:00:00Z', repositories },
  { start: '2017-04-24T00:00:00Z', end: '2017-05-01T00:00:00Z', repositories },
];
/** Without what lines up the columns of a table. */
const narrow = (text: string) =>
  text.replaceAll(/ {2,}(?=.*\|$)/gm, ' ').replaceAll(/-{3,}/g, '---');

const pullRequests = [pull(1), pull(2, { author: bot('renovate') })];

async function written(partial: string, parts: Partial<Snapshot>, input: ConfigInput = {}) {
  const file = join(await temporaryFolder(), 'own.hbs');
  await writeFile(file, `Begin.\n\n{{> ${partial}}}\n\nEnd.\n`);
  const view = compose(snapshot(parts), config(input), 0);
  return render(view, await loadTemplate(file, '.', null));
}

describe('the statistics', () => {
  const show: ConfigInput = { show: ['statistics'] };

  test('beside those of the period before', async () => {
    expect(narrow(await written('statistics', { pullRequests, history }, show))).toBe(`Begin.

| | This period | The one before |
| --- | ---: | ---: |
| Pull requests merged | 2 | 0 |
| Of them, by bots | 1 | unknown |
| Pull requests opened | 2 | 5 |
| Pull requests closed without being merged | 0 | unknown |
| Issues opened | 0 | 3 |
| Issues closed | 0 | 4 |
| Median time to merge | 24 hours | unknown |

End.
`);
  });

  test('of a clone without a period before, only what it knows', async () => {
    const { collected } = snapshot();
    const clone = {
      pullRequests: [pull(1, { createdAt: null })],
      collected: { ...collected, source: 'git' as const, knows: sources.git.knows },
    };
    expect(narrow(await written('statistics', clone, show))).toBe(`Begin.

| | This period |
| --- | ---: |
| Pull requests merged | 1 |

End.
`);
  });

  test('say that the period before has what the config leaves out', async () => {
    const input: ConfigInput = { ...show, bots: 'exclude' };
    const sentence = 'The period before is counted with what this report leaves out.';
    expect(await written('statistics', { pullRequests, history }, input)).toContain(sentence);
    expect(await written('statistics', { pullRequests }, input)).not.toContain(sentence);
  });
});

describe('the chart', () => {
  const show: ConfigInput = { show: ['chart'] };

  test('of the last periods, with what the config leaves out', async () => {
    const input: ConfigInput = { ...show, bots: 'exclude' };
    expect(await written('chart', { pullRequests, history }, input)).toBe(`Begin.

\`\`\`mermaid
%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#8250df, #1a7f37, #bc4c00"}}}}%%
xychart-beta
    x-axis ["04-17", "04-24", "05-01"]
    y-axis 0 --> 5
    bar [0, 0, 2]
    line [5, 5, 2]
    line [4, 4, 0]
\`\`\`

Purple bars: pull requests merged. Green line: pull requests opened. Orange line: issues closed.

End.
`);
  });

  test('only of known numbers, and only with two periods', async () => {
    const merges = { ...counts, pullsOpened: null, issuesClosed: null, pullsMerged: 7 };
    const known = history.map((earlier) => ({
      ...earlier,
      repositories: [{ repository: 'linuxkit/linuxkit', ...merges }],
    }));
    const drawn = await written('chart', { pullRequests, history: known }, show);
    expect(drawn).toContain('    bar [7, 7, 2]\n```\n\nPurple bars: pull requests merged.\n');
    expect(await written('chart', { pullRequests }, show)).toBe('Begin.\n\nEnd.\n');
  });
});

test.each(['statistics', 'chart'])('{{> %s}} is empty when nobody asks for it', async (partial) => {
  expect(await written(partial, { pullRequests, history })).toBe('Begin.\n\nEnd.\n');
});

import { describe, expect, test } from 'vitest';
import { ProgressLine } from '../../../src/commands/terminal/progress.ts';
import { VisibleOutput } from '../../../src/commands/terminal/visible-output.ts';
import { generateRepository } from '../../github/data/generate.ts';
import { secondaryLimit, serverError, socket } from '../../github/failures.ts';
import type { GitHub } from '../../github/server.ts';
import {
  collectFrom,
  patientClock,
  second,
  week,
  withGitHub,
} from '../../collect/github/support.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const busy = generateRepository({
  ...{ name: 'acme/app', start: week.start, end: week.end },
  ...{ merged: 400, activeIssues: 300, quietIssues: 100, quietPullRequests: 20 },
});
const small = { name: 'acme/app', pullRequests: [{ mergedAt: second(5) }] };

/** Takes the line away that was there. */
const gone = '\r\u001b[K';

/** What a terminal, or a file in its place, is given for a collection. */
async function outputOf(
  github: GitHub,
  terminal: { columns: number } | null,
  clock = patientClock(),
): Promise<string> {
  let text = '';
  const output = { write: (more: string) => (text += more), isTTY: terminal !== null, ...terminal };
  const progress = new ProgressLine(new VisibleOutput(output));
  const { report, delay: onDelay, estimate: onEstimate } = progress;
  const collecting = collectFrom(github, { clock, report, onDelay, onEstimate });
  await collecting.catch((error: unknown) => {
    text += `${String(error)}\n`;
  });
  progress.clear();
  return text;
}

/** How long the collection of `busy` may take. */
const effort =
  'About 13 requests, 34 points and 7 seconds for 700 items on github.com; at most 384 requests.\n';

/** The states of the line that changes. */
const states = (text: string) => text.split(gone).slice(1, -1);

describe('on a terminal', () => {
  test('a line shows repository, slices, items, requests and points, and disappears at the end', async () => {
    await withGitHub([busy], {}, async (github) => {
      const text = await outputOf(github, { columns: 100 });
      const form =
        /^acme\/app · ([a-z]+) · (\d+) of (\d+) slices · (\d+) items · (\d+) requests · (\d+) points left$/;
      const shown = states(text).filter((line) => line.includes('slices'));
      expect(shown.length).toBeGreaterThan(3);
      for (const line of shown) expect(line).toMatch(form);
      const [, , read, of, items, requests, points] = form.exec(shown.at(-1) ?? '') ?? [];
      expect(Number(read)).toBe(Number(of));
      expect(Number(items)).toBeGreaterThanOrEqual(700);
      expect(Number(requests)).toBe(github.log.requests.length);
      expect(Number(points)).toBe(5_000 - github.log.points);
      expect(text.endsWith(gone)).toBe(true);
    });
  });

  test('counts are singular or plural, and several repositories are counted', () => {
    const written: string[] = [];
    const output = { write: (text: string) => written.push(text), isTTY: true, columns: 100 };
    const progress = new ProgressLine(new VisibleOutput(output));
    const one = {
      stage: 'search',
      slices: { read: 0, of: 1 },
      items: 1,
      requests: 1,
      pointsLeft: 1,
    };
    progress.report({ ...one, repositories: ['acme/app'] });
    progress.report({ ...one, repositories: ['acme/app', 'acme/other'] });
    const rest = 'search · 0 of 1 slice · 1 item · 1 request · 1 point left';
    expect(written.map((line) => line.replace(gone, ''))).toEqual([
      `acme/app · ${rest}`,
      `2 repositories · ${rest}`,
    ]);
  });

  test('it never wraps', async () => {
    await withGitHub([small], {}, async (github) => {
      const lines = states(await outputOf(github, { columns: 24 }));
      const changing = lines.filter((line) => !line.endsWith('\n'));
      expect(changing.length).toBeGreaterThan(1);
      for (const line of changing) {
        expect(line).toHaveLength(23);
        expect(line).toMatch(/…$/);
      }
    });
  });

  test('other lines are not mixed up with it', async () => {
    await withGitHub([small], {}, async (github) => {
      let stderr = '';
      await devreport(
        await temporaryFolder(),
        ['--week', '2017-05-08', '--repo', 'acme/app', '--verbose', '--no-cache', '-o', '-'],
        {
          variables: { GH_TOKEN: github.token, GITHUB_GRAPHQL_URL: github.graphqlUrl },
          stderr: { write: (text: string) => (stderr += text), isTTY: true, columns: 100 },
        },
      );
      const lines = stderr.split('\n').map((line) => line.split(gone).at(-1));
      expect(lines[0]).toMatch(
        /^request 1: \w+, \d+ questions?, \d+ items?, \d+ ms, ok \(1 in flight/,
      );
      expect(lines.at(-2)).toMatch(/^Facts from GitHub, \d+ requests, /);
    });
  });
});

describe('elsewhere', () => {
  test('tells how long it may take, and is silent while requests succeed, and about short delays', async () => {
    await withGitHub([busy], {}, async (github) => {
      github.fail(serverError(502), { every: 5 });
      expect(await outputOf(github, null)).toBe(effort);
    });
  });

  test.each([
    [
      serverError(502),
      'HTTP 502: Something went wrong while executing your query; retrying (attempt ',
    ],
    [serverError(503, 'html'), 'HTTP 503: an HTML page instead of JSON; retrying'],
    [socket('lost'), 'other side closed; retrying (attempt '],
  ])('a lasting failure is reported once: %j', async (failure, words) => {
    await withGitHub([small], {}, async (github) => {
      github.fail(failure);
      const [line, ...others] = (await outputOf(github, null)).trimEnd().split('\n');
      expect(line).toContain(`github.com failed: ${words}`);
      expect(others).toEqual([
        expect.stringMatching(
          /^SourceError: (github\.com (did not answer|kept failing)|Cannot reach github\.com)/,
        ),
      ]);
    });
  });

  test('smaller pages are reported', async () => {
    await withGitHub([busy], {}, async (github) => {
      const clock = patientClock();
      const isLarge = (value: unknown) => Number(value) > 50;
      github.fail(serverError(502, 'html'), {
        matches: ({ variables }) => {
          const large = Object.values(variables).some(isLarge);
          // GitHub thinks for ten seconds before it gives up.
          if (large) clock.slept += 10_000;
          return large;
        },
      });
      expect(await outputOf(github, null, clock)).toBe(
        `${effort}github.com failed: HTTP 502: an HTML page instead of JSON; retrying with smaller pages.\n`,
      );
    });
  });

  test('each limit is reported with its end', async () => {
    await withGitHub([busy], {}, async (github) => {
      github.fail(secondaryLimit({ retryAfter: 30 }), { on: [2, 9] });
      const lines = (await outputOf(github, null)).replace(effort, '').trimEnd().split('\n');
      expect(lines).toEqual([
        expect.stringMatching(
          /^Waiting for github\.com until 2017-05-08T06:00:\d\dZ: HTTP 403: You have exceeded a secondary rate limit\.$/,
        ),
        expect.stringMatching(/^Waiting for github\.com until 2017-05-08T06:01:\d\dZ: HTTP 403/),
      ]);
    });
  });
});

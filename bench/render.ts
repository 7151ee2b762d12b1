/**
 * How the time of a report grows with its snapshot: twice the items should take about twice as long. And
 * how long it takes beside reading its text once with remark alone.
 *
 *     npm run bench:render
 */
import { parseConfig } from '../src/config/config.ts';
import { loadTemplate } from '../src/render/load-template.ts';
import { compose } from '../src/compose/compose.ts';
import { render } from '../src/render/render.ts';
import { issue, act, closes, files, pull, snapshot, user } from '../test/support/snapshot.ts';
import { median } from './median.ts';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const sizes = [1250, 2500, 5000, 10_000];
const rounds = 3;

/** How people write titles: no two hundred of them are alike, but for their words. */
const titles = [
  ...[
    'pkg: Update `thing-N` to *N* (see #N)',
    'Fix typo in docs/kernels.md',
    'Bump the A to N.1.4',
  ],
  ...[
    "cmd: Unify 'run' cmdline options",
    'Support snake_case_N in the A',
    'feat(A)!: drop N & its B',
  ],
  ...[
    'It [fails] <N> when the B is gone',
    'A: B doesn\'t end, "N" neither',
    'Use https://a.example/N for B',
  ],
  ...[
    'Add support for building custom B modules',
    '[A] Remove `B.sh` and `run.sh --N`',
    'A → B, N %',
  ],
];
const words = 'kernel image proxy cache docs client server loader boot config shell reader'.split(
  ' ',
);

function title(i: number): string {
  const word = (at: number) => words[at % words.length] ?? '';
  const [one, other] = [word(i * 7), `${word(i * 5)} ${word(Math.floor(i / 12))}`];
  const form = titles[i % titles.length] ?? '';
  return form.replaceAll('N', String(i)).replace(/\bA\b/g, one).replace(/\bB\b/g, other);
}

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

const { config } = parseConfig({ limits: { issues: 1000 } });
if (!config) throw new Error('the bench has a wrong config');
const template = await loadTemplate('weekly', '.');

function facts(items: number) {
  const half = items / 2;
  return snapshot({
    pullRequests: Array.from({ length: half }, (_, i) =>
      pull(i + 1, {
        title: title(i),
        author: user(`person-${i % 97}`),
        files: files(`pkg/thing-${i}/Dockerfile`, `kernel/${i % 7}`, `test/${i}`),
        references: i % 3 === 0 ? [closes(half + i + 1)] : [],
        activity: [act('reviewed', `person-${i % 89}`)],
      }),
    ),
    issues: Array.from({ length: half }, (_, i) =>
      issue(half + i + 1, {
        title: title(half + i),
        activity: [act('commented', `person-${i % 83}`)],
      }),
    ),
  });
}

const times = sizes.map((size) => {
  const data = facts(size);
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const text = render(compose(data, config, 0), template);
    const rendered = performance.now();
    remark.parse(text);
    return { rendering: rendered - start, reading: performance.now() - rendered };
  });
  return {
    time: median(runs.map(({ rendering }) => rendering)),
    timesReading: median(runs.map(({ rendering, reading }) => rendering / reading)),
  };
});
console.log('items    ms      times the half  times reading it');
times.forEach(({ time, timesReading }, i) => {
  const half = times[i - 1]?.time;
  const growth = half === undefined ? '' : (time / half).toFixed(2);
  const columns = [String(sizes[i]).padEnd(8), time.toFixed(0).padEnd(7), growth.padEnd(15)];
  console.log(`${columns.join(' ')} ${timesReading.toFixed(2)}`);
});

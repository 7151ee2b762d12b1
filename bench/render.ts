/**
 * How the time of a report grows with its snapshot: twice the items should take about twice as long.
 *
 *     npm run bench:render
 */
import { parseConfig } from '../src/config/config.ts';
import { loadTemplate } from '../src/render/load-template.ts';
import { compose } from '../src/compose/compose.ts';
import { render } from '../src/render/render.ts';
import { issue, act, closes, files, pull, snapshot, user } from '../test/support/snapshot.ts';

const sizes = [1250, 2500, 5000, 10_000];
const rounds = 3;

const { config } = parseConfig({ limits: { issues: 1000 } });
if (!config) throw new Error('the bench has a wrong config');
const template = await loadTemplate('weekly', '.');

function facts(items: number) {
  const half = items / 2;
  return snapshot({
    pullRequests: Array.from({ length: half }, (_, i) =>
      pull(i + 1, {
        title: `pkg: Update \`thing-${i}\` to *${i}* (see #${i})`,
        author: user(`person-${i % 97}`),
        files: files(`pkg/thing-${i}/Dockerfile`, `kernel/${i % 7}`, `test/${i}`),
        references: i % 3 === 0 ? [closes(half + i + 1)] : [],
        activity: [act('reviewed', `person-${i % 89}`)],
      }),
    ),
    issues: Array.from({ length: half }, (_, i) =>
      issue(half + i + 1, {
        title: `It [fails] <${i}>`,
        activity: [act('commented', `person-${i % 83}`)],
      }),
    ),
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const times = sizes.map((size) => {
  const data = facts(size);
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    render(compose(data, config, 0), template);
    return performance.now() - start;
  });
  return median(runs);
});
console.log('items    ms      times the half');
sizes.forEach((size, i) => {
  const ratio = i === 0 ? '' : ((times[i] ?? NaN) / (times[i - 1] ?? NaN)).toFixed(2);
  console.log(`${String(size).padEnd(8)} ${(times[i] ?? NaN).toFixed(0).padEnd(7)} ${ratio}`);
});

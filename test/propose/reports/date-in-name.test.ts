import { expect, test } from 'vitest';
import { dateInName, dateOfPath } from '../../../src/propose/reports/date-in-name.ts';

test.each([
  ['2017-05-08.md', '2017-05-08'],
  ['2017-05-08-this-week.markdown', '2017-05-08'],
  ['this-week-20170508.md', '2017-05-08'],
  ['news_2017_05_08.mdx', '2017-05-08'],
  ['2017-W18.md', '2017-05-07'],
  ['report-2016-02.md', '2016-02-29'],
  ['2017-13-01.md', null],
  ['2017-W60.md', null],
  ['week-18.md', null],
  ['issue-201705081.md', null],
])('%s is of %s', (name, date) => {
  expect(dateInName(name)).toBe(date);
});

test.each([
  ['2024-05/index.md', '2024-05-31'],
  ['2024/05.md', '2024-05-31'],
  ['2024/2024-05-08-news.md', '2024-05-08'],
  ['2024/news.md', null],
])('%s is of %s', (path, date) => {
  expect(dateOfPath(path)).toBe(date);
});

import { describe, expect, it } from 'vitest';
import { collect, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

/** The numbers and titles of the pull requests that single commits name. */
async function named(...messages: readonly string[]): Promise<string[]> {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  for (const message of messages) history.commit({ message, at });
  const { pullRequests } = await collect(history.write());
  return pullRequests.map(({ number, title }) => `#${String(number)} ${title}`);
}

const URL = 'https://github.com/linuxkit/linuxkit/pull';

describe('the number of a pull request', () => {
  it.each([
    ['BUG: frob (gh-73)', '#73 BUG: frob'],
    ['bpo-1: knob (GH-74)', '#74 bpo-1: knob'],
    [`src: frob\n\nWhy.\n\nPR-URL: ${URL}/71\nReviewed-By: Mona <m@example.com>`, '#71 src: frob'],
    ['src: frob\n\nPR-URL: #71', '#71 src: frob'],
    [`[x] frob\n\nWhy\nPull Request resolved: ${URL}/72\nApproved by: octo`, '#72 [x] frob'],
    [`frob\r\n\r\nReviewed-on: <${URL}/75>\r\n`, '#75 frob'],
    ['Fix GH-9: frob\n\nCloses GH-1478.', '#1478 Fix GH-9: frob'],
    [`frob (#123)\n\nPull Request resolved: ${URL}/99`, '#123 frob'],
    [`frob\n\nCloses GH-9\nPR-URL: ${URL}/76`, '#76 frob'],
  ])('is read in %j', async (message, title) => {
    expect(await named(message)).toEqual([title]);
  });

  it.each([
    'frob\n\nPR-URL: https://github.com/linuxkit/other/pull/71',
    'frob\n\nPR-URL: https://example.com/linuxkit/linuxkit/pull/71',
    'frob\n\nReviewed-on: https://github.com/linuxkit/linuxkit/issues/71',
    'frob\n\nCloses gh-71',
    'frob\n\nCloses GH-71 and more',
    'frob\n\n> PR-URL: #71',
    'frob (gh-0)',
  ])('is not read in %j', async (message) => {
    expect(await named(message)).toEqual([]);
  });

  it('of several commits with one trailer is one pull request', async () => {
    const trailer = `\n\nPR-URL: ${URL}/71`;
    expect(await named(`src: one${trailer}`, `test: two${trailer}`, 'Pushed')).toEqual([
      '#71 src: one',
    ]);
  });
});

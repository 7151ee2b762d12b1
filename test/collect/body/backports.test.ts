import { describe, expect, it } from 'vitest';
import { cherryPickedCommits, readBackports } from '../../../src/collect/body/backports.ts';

const HERE = 'acme/widgets';

/** As `#1`, or `owner/name#1` elsewhere. */
function backported(title: string, body = ''): string[] {
  return readBackports(title, body, HERE).map(({ repository, number, relation }) => {
    expect(relation).toBe('backports');
    return `${repository === HERE ? '' : repository}#${String(number)}`;
  });
}

describe('the title of a backport', () => {
  it.each([
    ['[Backport 1.2] Title (#12)', ['#12']],
    ['[1.2 backport] Title (#12)', ['#12']],
    ['Backport of #12', ['#12']],
    ['Backport #12 to release-1.2', ['#12']],
    ['Backport PR #12 on branch v3.1.x (Title)', ['#12']],
    ['Backport: #12, #13 and octo/other#1', ['#12', '#13', 'octo/other#1']],
    ['Manual backport of #12', ['#12']],
    ['[1.2] chore: backports #12', ['#12']],
    ['[release-1.2] Title (cherry picked from #12)', ['#12']],
    ['Title (backport #12)', ['#12']],
    ['Automated cherry pick of #12 #13: title', ['#12', '#13']],
    ['Cherry-pick #12 to 7.x: title', ['#12']],
  ])('%s', (title, items) => {
    expect(backported(title)).toEqual(items);
  });

  it.each([
    'Title (#12)',
    '[1.2] Title (#12)',
    'Document how to backport #12',
    'Backport the fix of #12',
    'Fix the backporting bot (#12)',
  ])('names none: %s', (title) => {
    expect(backported(title)).toEqual([]);
  });
});

describe('the body of a backport', () => {
  it.each([
    ['Backport of #12 to `stable`', ['#12']],
    ['# Description\nBackport of acme/widgets#12 to `stable`.', ['#12']],
    ['Backport abcdef0123456 from #12.', ['#12']],
    ['This is an automatic backport of pull request #12 done by a bot.', ['#12']],
    ['It is needed.\n\n- Backports https://github.com/acme/widgets/pull/12', ['#12']],
    ['Title\n\n(cherry picked from #12)', ['#12']],
  ])('%j', (body, items) => {
    expect(backported('Title', body)).toEqual(items);
  });

  it.each(['> Backport of #12', 'Somebody should backport #12', '<!-- Backport of #12 -->'])(
    'names none: %j',
    (body) => {
      expect(backported('Title', body)).toEqual([]);
    },
  );

  it('names commits', () => {
    const hash = 'abcdef0123456789abcdef0123456789abcdef01';
    expect(cherryPickedCommits(`Title\n\n(cherry picked from commit ${hash})`)).toEqual([hash]);
    expect(cherryPickedCommits(`Title\n\npicked from ${hash}`)).toEqual([]);
  });
});

it('takes time linear in the length', () => {
  for (const unit of [
    '[a] ',
    'backport ',
    'backport of #1 ',
    '(cherry picked from ',
    'pr pull ',
    'abcdef0 ',
    '🤖',
  ]) {
    const long = unit.repeat(50_000);
    expect(readBackports(`${long}x`, `${long}x`, 'acme/widgets').length).toBeLessThan(2);
    cherryPickedCommits(long);
  }
});

import { describe, expect, test } from 'vitest';
import { readBump } from '../../src/compose/bumps/read-bump.ts';

describe('the title of a dependency bump', () => {
  test.each([
    ['Bump goose from 1.41.0 to 1.45.0', 'goose', '1.41.0', '1.45.0'],
    ['build(deps): bump lodash from 4.17.20 to 4.17.21 in /app', 'lodash', '4.17.20', '4.17.21'],
    ['chore(deps-dev): Bump `eslint` from `9.0.0` to `9.1.0`', 'eslint', '9.0.0', '9.1.0'],
    ['⬆️ Bump actions/checkout from 3 to 4', 'actions/checkout', '3', '4'],
    ['[security] bump nokogiri from 1.10 to 1.11', 'nokogiri', '1.10', '1.11'],
    ['Update rubocop requirement from ~> 1.0 to ~> 1.2', 'rubocop', '1.0', '1.2'],
    ['Update dependency @types/node to v22.1.0', '@types/node', null, 'v22.1.0'],
    [
      'fix(deps): update module github.com/a/b to v1.2.3 [security]',
      'github.com/a/b',
      null,
      'v1.2.3',
    ],
    ['chore(deps): update actions/checkout action to v4', 'actions/checkout', null, 'v4'],
    ['Update node docker tag to v20', 'node', null, 'v20'],
    ['Update actions/cache digest to abc1234', 'actions/cache', null, 'abc1234'],
    ['Update rust crate serde to 1.0.200', 'serde', null, '1.0.200'],
    ['Bump the npm group across 1 directory with 5 updates', 'npm group', null, null],
    ['chore(deps): update all non-major dependencies', 'all non-major dependencies', null, null],
    ['chore(deps): lock file maintenance', 'lock file maintenance', null, null],
  ])('%s', (title, name, from, to) => {
    expect(readBump(title)).toEqual({ package: name, from, to });
  });

  test.each([
    'Update README to mention the 3 ways out',
    'Update the docs',
    'Bump version',
    'Add goose from 1.0 to 2.0',
    'chore(main): release 1.2.3',
    'Update from upstream to fix 3',
    '',
    'to to to',
  ])('not: %s', (title) => {
    expect(readBump(title)).toBeNull();
  });
});

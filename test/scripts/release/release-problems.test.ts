import { describe, expect, test } from 'vitest';
import { releaseNotes } from '../../../scripts/release/release-notes.ts';
import { type Release, releaseProblems } from '../../../scripts/release/release-problems.ts';

const changelog = `# Changelog

## 1.3.0, not released yet

- Next.

## 1.2.3, 2026-12-01

- This one.
- And this.

## 1.2, 2026-11-01

- Earlier.
`;
const fine: Release = {
  version: '1.2.3',
  manifest: { version: '1.2.3', repository: { url: 'git+https://github.com/acme/devreport.git' } },
  changelog,
  repository: 'acme/devreport',
  tags: ['v1', 'v1.2.2'],
};

describe('a release', () => {
  test('is fine when everything agrees', () => {
    expect(releaseProblems(fine)).toEqual([]);
  });

  test.each<[Partial<Release>, string]>([
    [
      { manifest: { ...fine.manifest, version: '1.2.4' } },
      'package.json has the version 1.2.4, not 1.2.3.',
    ],
    [
      { manifest: { version: '1.2.3' } },
      'package.json does not have the repository github:acme/devreport.',
    ],
    [
      { repository: 'fork/devreport' },
      'package.json does not have the repository github:fork/devreport.',
    ],
    [{ changelog: '# Changelog\n' }, 'CHANGELOG.md has no section "## 1.2.3, YYYY-MM-DD".'],
    [{ tags: ['v1.2.3'] }, 'The tag v1.2.3 exists already.'],
  ])('is refused for %j', (change, problem) => {
    expect(releaseProblems({ ...fine, ...change })).toEqual([problem]);
  });

  test('is refused for a version that is none, or not released yet', () => {
    const unlike = '"1.2.3; rm -rf /" is not a version like 1.2.3.';
    expect(releaseProblems({ ...fine, version: '1.2.3; rm -rf /' })).toContain(unlike);
    const version = '1.3.0';
    expect(releaseProblems({ ...fine, version, manifest: { ...fine.manifest, version } })).toEqual([
      'CHANGELOG.md has no section "## 1.3.0, YYYY-MM-DD".',
    ]);
  });

  test('has its section of the changelog as notes', () => {
    expect(releaseNotes(changelog, '1.2.3')).toBe('- This one.\n- And this.');
    expect(releaseNotes(changelog, '1.2')).toBe('- Earlier.');
    expect(releaseNotes(changelog, '1.2.')).toBeNull();
  });
});

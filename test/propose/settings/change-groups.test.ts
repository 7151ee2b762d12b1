import { describe, expect, test } from 'vitest';
import { changeGroupsIn } from '../../../src/propose/settings/change-groups.ts';
import { propose } from '../../../src/propose/propose.ts';
import { project } from '../project.ts';

/** The groups that a file has: their titles, and what each looks for. */
function groupsIn(path: string, text: string) {
  return changeGroupsIn({ path, text }).map(({ groups, fallback }) => ({
    groups: Object.fromEntries(
      groups.map(({ title, titles = [], paths = [] }) => [title, [...titles, ...paths]]),
    ),
    fallback,
  }));
}

test('git-cliff: its parsers by their groups; one that matches anything is for everything else', () => {
  const text = `[git]
commit_parsers = [
  { message = "^feat", group = "<!-- 0 -->🚀 Gadgets" },
  { message = "^fix", group = "Repairs" },
  { message = "^chore\\\\(release\\\\)", skip = true },
  { body = ".*security", group = "Safety" },
  { message = ".*", group = "Remains" },
]`;
  expect(groupsIn('cliff.toml', text)).toEqual([
    { groups: { '🚀 Gadgets': ['^feat'], Repairs: ['^fix'] }, fallback: 'Remains' },
  ]);
});

describe('towncrier', () => {
  test('has the types that it lists, by the names of the notes', () => {
    const text = `[tool.towncrier]
directory = "changes.d"
[[tool.towncrier.type]]
directory = "gadget"
name = "Gadgets"
[[tool.towncrier.type]]
name = "Repair"
showcontent = true`;
    expect(groupsIn('pyproject.toml', text)).toEqual([
      {
        groups: {
          Gadgets: ['changes.d/*.gadget', 'changes.d/*.gadget.*'],
          Repair: ['changes.d/*.repair', 'changes.d/*.repair.*'],
        },
        fallback: null,
      },
    ]);
  });

  test('has its own types and folder unless others are named, or tables of them', () => {
    expect(groupsIn('towncrier.toml', '[tool.towncrier]')).toMatchObject([
      { groups: { Features: ['**/newsfragments/*.feature', '**/newsfragments/*.feature.*'] } },
    ]);
    const tables = '[tool.towncrier.fragment.a]\n[tool.towncrier.fragment.b]\nname = "Bees"';
    expect(Object.keys(groupsIn('pyproject.toml', tables)[0]?.groups ?? {})).toEqual(['A', 'Bees']);
  });
});

test('changie: its kinds, by the names of the notes', () => {
  const text =
    'changesDir: log\nunreleasedDir: next\nkinds: [{ label: Gadgets }, { label: Mended things, key: mended }]';
  expect(groupsIn('.changie.yaml', text)).toEqual([
    {
      groups: {
        Gadgets: ['log/next/Gadgets-*', 'log/next/*-Gadgets-*'],
        'Mended things': ['log/next/mended-*', 'log/next/*-mended-*'],
      },
      fallback: null,
    },
  ]);
  expect(groupsIn('.changie.yaml', `${text}\nfragmentFileFormat: '{{.Time}}'`)).toEqual([]);
});

test('release-please, standard-version and semantic-release: headings of types, wherever they are', () => {
  const list =
    '[{"type":"feat","section":"Gadgets"},{"type":"fix","section":"Repairs","hidden":true}]';
  const groups = {
    Gadgets: [String.raw`^(feat)(\([^)]*\))?!?:`],
    Repairs: [String.raw`^(fix)(\([^)]*\))?!?:`],
  };
  for (const [path, text] of [
    ['release-please-config.json', `{"packages":{".":{"changelog-sections":${list}}}}`],
    ['.versionrc', `{"types":${list}}`],
    ['.releaserc', `{"plugins":[["notes",{"presetConfig":{"types":${list}}}]]}`],
    ['package.json', `{"standard-version":{"types":${list}}}`],
  ] as const)
    expect(groupsIn(path, text)).toEqual([{ groups, fallback: null }]);
});

test.each([
  ['.commitlintrc.yml', 'rules: { type-enum: [2, always, [feat, fix, wings]] }'],
  ['package.json', '{"commitlint":{"rules":{"type-enum":[2,"always",["feat","fix","wings"]]}}}'],
  [
    'commitlint.config.js',
    `module.exports = { rules: { 'type-enum': [2, 'always', ['feat', "fix", 'wings']] } };`,
  ],
])('commitlint: the types that it allows, in %s', (path, text) => {
  expect(groupsIn(path, text)).toEqual([
    {
      groups: {
        Features: [String.raw`^(feat)(\([^)]*\))?!?:`],
        Fixes: [String.raw`^(fix)(\([^)]*\))?!?:`],
        Wings: [String.raw`^(wings)(\([^)]*\))?!?:`],
      },
      fallback: null,
    },
  ]);
});

test.each([
  ['cliff.toml', '= ['],
  ['cliff.toml', 'git = 3'],
  ['pyproject.toml', '[tool.black]'],
  ['package.json', '{"name":"x"}'],
  ['package.json', '['],
  ['commitlint.config.ts', 'export default {}'],
])('%s with %j has none', (path, text) => {
  expect(groupsIn(path, text)).toEqual([]);
});

test('a note for the changelog decides by its type, though its folder is no section', () => {
  const text = '[tool.towncrier]\ndirectory = "changelog.d"';
  const notes = ['feature', 'bugfix', 'doc'];
  const tried = Array.from({ length: 30 }, (_, index) => ({
    ...{ title: `Change ${index}`, labels: [] },
    paths: [`changelog.d/${index}.${notes[index % 3]}`, 'widgets/a.py'],
  }));
  const groups = changeGroupsIn({ path: 'pyproject.toml', text });
  const { source, sections } = propose(
    project({ groups, tried, changes: tried.map(({ paths }) => paths) }),
  );
  expect(source).toBe('from pyproject.toml');
  expect(sections.map(({ title }) => title)).toEqual([
    'Features',
    'Bugfixes',
    'Improved Documentation',
    'Misc',
  ]);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import { defaults, loadConfig } from '../../src/config/load.ts';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runs } from '../support/runs.ts';

const errorOf = (yaml: string): string => {
  try {
    parseYamlConfig(yaml, 'devreport.yml');
  } catch (error) {
    return String(error);
  }
  return 'no error';
};

describe('defaults', () => {
  test('have the four sections of LinuxKit, the first one as fallback', () => {
    const { sections, fallback, timezone, bots, limits } = defaults();
    expect(sections.map(({ title, id }) => [title, id])).toEqual([
      ['Core', 'core'],
      ['Kernel', 'kernel'],
      ['Packages', 'packages'],
      ['Testing', 'testing'],
    ]);
    expect({ fallback, timezone, bots, limits }).toEqual({
      fallback: 'core',
      timezone: 'UTC',
      bots: 'collapse',
      limits: { issues: 10, help: 10 },
    });
  });

  test('one period before is counted, or eight for a chart', () => {
    const periods = (input: ConfigInput) => parseConfig(input).config?.statistics.periods;
    expect(periods({})).toBe(1);
    expect(periods({ show: ['chart'] })).toBe(8);
    expect(periods({ show: ['chart'], statistics: { periods: 3 } })).toBe(3);
    expect(periods({ statistics: { periods: 0 } })).toBe(0);
  });

  test('a section gets its id from its title, and claims in the order of the list', () => {
    const { config } = parseConfig({
      sections: [{ title: 'Build & CI' }, { title: 'Docs', claims: 1 }],
    });
    expect(config?.sections.map(({ id, claims }) => [id, claims])).toEqual([
      ['build-ci', 1],
      ['docs', 1],
    ]);
  });
});

describe('errors name the file, the line and the allowed values', () => {
  test.each([
    [
      'secions: []',
      'devreport.yml:1: secions: unknown option "secions"; the options here are repositories, ',
    ],
    [
      'timezone: UTC\nsections:\n  - title: A\n    titels: []',
      'devreport.yml:4: sections[0].titels: unknown option "titels"; the options here are title, id,',
    ],
    [
      'timezone: UTC\nrepositories:\n  - a/b\n  - foo',
      'devreport.yml:4: repositories[1]: expected a repository like linuxkit/linuxkit, found "foo"',
    ],
    ['sections:\n  - paths: [a]', 'devreport.yml:2: sections[0].title: "title" is missing'],
    [
      'sections:\n  - title: A\n    titles: ["("]',
      'devreport.yml:3: sections[0].titles[0]: "(" is not a regular expression',
    ],
    [
      '\nbots: maybe',
      'devreport.yml:2: bots: expected "collapse" | "list" | "exclude", found "maybe"',
    ],
    [
      'statistics:\n  periods: 13',
      'devreport.yml:2: statistics.periods: expected 12 or less, found 13',
    ],
    [
      'show: [statistics, graph]',
      'devreport.yml:1: show[1]: expected "contributors" | "help-wanted" | "statistics" | "chart", found "graph"',
    ],
    ['limits:\n  issues: -1', 'devreport.yml:2: limits.issues: expected 0 or more, found -1'],
    [
      'check:\n  rules:\n    speling: off',
      'devreport.yml:3: check.rules.speling: "speling" is not a rule of `devreport check`',
    ],
    [
      'bots: list\nfile: reports/{Date}.md',
      'devreport.yml:2: file: "reports/{Date}.md" is not a file pattern: unknown placeholder {Date}; the placeholders are {date}, ',
    ],
    [
      'file: weekly.md',
      'devreport.yml:1: file: "weekly.md" is not a file pattern: two reports could',
    ],
    [
      'file: ../{date}.md',
      'devreport.yml:1: file: "../{date}.md" is not a file pattern: it leads out',
    ],
    [
      'file: /x/{date}.md',
      'devreport.yml:1: file: "/x/{date}.md" is not a file pattern: it is an abs',
    ],
    [
      'file: "{date:4}.md"',
      'file: "{date:4}.md" is not a file pattern: {date:4} gives a width to what',
    ],
    ['file: [x]', 'devreport.yml:1: file: expected text, found a list'],
    ['number: 1.5', 'devreport.yml:1: number: expected a whole number, found 1.5'],
    ['number: 1e9', 'devreport.yml:1: number: expected 999999 or less, found 1000000000'],
    ['timezone: 3', 'devreport.yml:1: timezone: expected text, found 3'],
    ['\ntimezone: Mars/Base', 'devreport.yml:2: timezone: "Mars/Base" is not an IANA timezone'],
    ['fallback: Core', 'devreport.yml:1: fallback: expected an id like core or test-suite'],
    [
      'fallback: nope',
      'devreport.yml:1: fallback: unknown section "nope"; the sections are core, kernel, packages, testing',
    ],
    ['overrides:\n  "a/b#1": nope', 'devreport.yml:2: overrides.a/b#1: unknown section "nope"'],
    [
      'sections:\n  - title: A\n  - title: a',
      'devreport.yml:3: sections[1]: duplicate section id "a"',
    ],
    ['- a list', 'expected options, found a list'],
    ['a: 1\na: 2', 'devreport.yml:2: duplicate key "a"'],
    ['a: [', 'devreport.yml:1: '],
    ['title: a\n---\ntitle: b', 'devreport.yml:2: a second document begins here'],
    ['title: a\n? [b]\n: c', 'devreport.yml:2: a key must be a text'],
    ['title: a\nintroduction: *b', 'devreport.yml:2: unknown alias *b'],
    ['title: a\nsections: &s [*s]', 'devreport.yml:2: *s is inside itself'],
    ['title: a\nclosing: !!js/function x', 'devreport.yml:2: Unresolved tag'],
    ['%YAML 1.1\n---\n<<: {title: a}', 'devreport.yml:3: <<: unknown option "<<"'],
    ['title: a\n__proto__: {title: b}', 'devreport.yml:2: __proto__: unknown option "__proto__"'],
    [
      'sections:\n  - title: A\n    titles: ["^(?!docs)"]',
      'devreport.yml:3: sections[0].titles[0]: "^(?!docs)" is not supported as a regular expression: (?!docs) looks around; write only what should match',
    ],
    [
      'exclude:\n  titles: ["(a)\\\\1"]',
      'devreport.yml:2: exclude.titles[0]: "(a)\\1" is not supported as a regular expression',
    ],
    [
      `exclude:\n  paths:\n    - ${'a'.repeat(65_537)}`,
      `devreport.yml:3: exclude.paths[0]: "${'a'.repeat(59)}… is too long for a glob: 65537 characters, at most 500`,
    ],
    [
      'sections:\n  - title: A\n    labels: ["!(a)"]',
      'devreport.yml:3: sections[0].labels[0]: "!(a)" is not supported as a glob',
    ],
  ])('%j', (yaml, message) => {
    expect(errorOf(yaml)).toContain(message);
  });

  test('one run reports all errors, each once', () => {
    const text = errorOf(
      'bots: x\nfallback: nope\noverrides: { "a/b#1": No }\nsections: [{ title: A }, { title: a }]',
    );
    expect(text.match(/:\d: \S+:/g)).toEqual([
      ':1: bots:',
      ':2: fallback:',
      ':3: overrides.a/b#1:',
      ':4: sections[1]:',
    ]);
  });

  test('references are not checked while a section has no title', () => {
    const text = errorOf('fallback: b\nsections: [{ title: A }, { titel: B }]');
    expect(text).toContain('unknown option "titel"');
    expect(text).not.toContain('fallback');
  });

  test.each([
    ['[', (depth: number) => `sections: ${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['{', (depth: number) => `sections: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['-', (depth: number) => `sections:\n${'- '.repeat(depth)}a`],
    ['?', (depth: number) => `overrides:\n  ${'? '.repeat(depth)}a`],
    ['keys', (depth: number) => `${'{'.repeat(depth)}${'}'.repeat(depth)}: 1`],
    [
      'lines',
      (depth: number) =>
        Array.from({ length: Math.min(depth, 400) }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
  ])('deep nesting is an error: %s', (_, yaml) => {
    for (const depth of [60, 500, 1_000, 15_000]) {
      expect(errorOf(yaml(depth))).toMatch(/devreport\.yml:\d+: nested too deep/);
    }
  });

  test('a file larger than any config is an error', () => {
    expect(errorOf(`title: a${'\n# b'.repeat(30_000)}`)).toContain(
      'devreport.yml:1: too long: 120008 characters, at most 100000',
    );
  });

  test('of very many mistakes, the first fifty are shown', () => {
    const text = errorOf(`repositories:${'\n  - x'.repeat(5_000)}`);
    expect(text.split('\n')).toHaveLength(52);
    expect(text).toContain('and 4950 more');
  });

  test('any text is a config, or an error with its line', () => {
    const pieces = fc.constantFrom(
      ...'[]{}:,-?&*!|>#%@"\'\n'.split(''),
      ...[
        '  ',
        '- ',
        ': ',
        '&a ',
        '*a',
        '!!map ',
        '? ',
        '<<',
        '---\n',
        '%YAML 1.1\n',
        'title',
        'a',
      ],
      ...['sections', 'titles', 'labels', 'null', '1', '~'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = errorOf(parts.join(''));
        if (text !== 'no error')
          expect(text).toMatch(
            /^UsageError: Config devreport\.yml is invalid:\n {2}devreport\.yml:\d+: /,
          );
      }),
      runs(500),
    );
  });

  test('aliases that would fill the memory are an error', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    expect(errorOf(['a0: &a0 x', ...levels].join('\n'))).toContain(
      'devreport.yml:1: its aliases stand for more than 100 values',
    );
  });
});

test('ids come from titles, in any script', () => {
  const { sections } = parseYamlConfig(
    'sections: [{ title: Build & CI }, { title: Größe }, { title: Ядро }, { title: カーネル 2 }]\nfallback: ядро',
    'devreport.yml',
  );
  expect(sections.map(({ id }) => id)).toEqual(['build-ci', 'größe', 'ядро', 'カーネル-2']);
});

describe('a config is found', () => {
  test('in the folder, in .github, or in a folder above up to the repository', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, '.git'));
    await mkdir(join(root, 'docs/deep'), { recursive: true });
    expect(await loadConfig(join(root, 'docs/deep'))).toEqual({
      ...{ config: defaults(), file: null, lines: {} },
    });

    await mkdir(join(root, '.github'));
    await writeFile(join(root, '.github/devreport.yml'), 'timezone: Europe/London\n');
    expect((await loadConfig(join(root, 'docs/deep'))).config.timezone).toBe('Europe/London');

    await writeFile(join(root, 'devreport.yml'), 'timezone: Asia/Tokyo\n');
    expect(await loadConfig(join(root, 'docs'))).toMatchObject({
      config: { timezone: 'Asia/Tokyo' },
      file: join(root, 'devreport.yml'),
    });
  });

  test('an empty file is all defaults', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'devreport.yml'), '# nothing yet\n');
    expect((await loadConfig(root)).config).toEqual(defaults());
  });

  test('by --config, or it is an error', async () => {
    await expect(loadConfig(await temporaryFolder(), 'no.yml')).rejects.toThrow(
      'Config no.yml not found.',
    );
  });

  test('a folder of that name is an error, not a missing config', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'devreport.yml'));
    await expect(loadConfig(root)).rejects.toThrow('devreport.yml is a folder, not a file.');
  });
});

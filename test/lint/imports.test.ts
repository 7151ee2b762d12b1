import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cruise, type IViolation } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import config from '../../.dependency-cruiser.js';
import { temporaryFolder } from '../support/folder.ts';

/** A file, and what dependency-cruiser must find in it: `rule → imported file`. */
interface Planted {
  file: string;
  code: string;
  found: string[];
}

const back = (to: string): string => `imports-lead-back → ${to}`;
const helper = (to: string): string => `pure-imports-past-collect → ${to}`;

const files = 'files-only-for-readers → src/files/read-optional.ts';

/** Every form of an import of a later room. */
const forward: Planted[] = [
  "import { plan } from '../render/plan.ts';",
  "import '../render/plan.ts';",
  "import type { Plan } from '../render/plan.ts';",
  "import { type Plan } from '../render/plan.ts';",
  "export { plan } from '../render/plan.ts';",
  "export * from '../render/plan.ts';",
  "export type { Plan } from '../render/plan.ts';",
  "export const later = () => import('../render/plan.ts');",
  "let plan: import('../render/plan.ts').Plan;",
].map((code, index) => ({
  file: `src/snapshot/forward${index}.ts`,
  code,
  found: [back('src/render/plan.ts')],
}));

const others: Planted[] = [
  {
    file: 'src/render/to-command.ts',
    code: "import type { Draft } from '../commands/draft.ts';",
    found: [back('src/commands/draft.ts')],
  },
  {
    file: 'src/commands/to-cli.ts',
    code: "import '../cli.ts'; import '../action.ts'; import '../index.ts';",
    found: [back('src/action.ts'), back('src/cli.ts'), back('src/index.ts')],
  },
  {
    file: 'src/check/to-publish.ts',
    code: "import '../publish/pages.ts';",
    found: [back('src/publish/pages.ts')],
  },
  {
    file: 'src/propose/to-edit.ts',
    code: "import '../edit/server.ts';",
    found: [back('src/edit/server.ts')],
  },
  {
    file: 'src/errors.ts',
    code: "import './period/of-the-week.ts';",
    found: [back('src/period/of-the-week.ts')],
  },
  {
    file: 'src/utils/strings.ts',
    code: "import '../period/of-the-week.ts';",
    found: ['room-has-place → src/period/of-the-week.ts'],
  },
  {
    file: 'src/render/to-utils.ts',
    code: "import '../utils/strings.ts';",
    found: [back('src/utils/strings.ts')],
  },
  {
    file: 'src/render/outside.ts',
    code: "import '../../test/server.ts'; import manifest from '../../package.json';",
    found: ['no-import-from-outside → test/server.ts', 'one-reader-of-package-json → package.json'],
  },
  {
    file: 'src/commands/run.ts',
    code: "import manifest from '../../package.json'; import lock from '../../package-lock.json';",
    found: ['no-import-from-outside → package-lock.json'],
  },
  {
    file: 'src/render/nowhere.ts',
    code: "import type { Lost } from './lost.ts'; import 'no-such-package';",
    found: ['no-unresolved → ./lost.ts', 'no-unresolved → no-such-package'],
  },
  {
    file: 'src/compose/modules.ts',
    code: `import { readFile } from 'node:fs/promises'; import { get } from 'http';
      import process from 'node:process'; export * from 'node:os';
      import type { Stats } from 'node:fs'; import { statSync } from 'node:fs';
      await import('node:child_process'); import { now } from 'node:perf_hooks';
      import { setTimeout } from 'node:timers/promises'; import { createInterface } from 'readline';`,
    found: ['child_process', 'fs', 'fs/promises', 'http', 'os', 'perf_hooks', 'process', 'readline']
      .concat('timers/promises')
      .map((module) => `pure-modules-past-collect → ${module}`),
  },
  {
    file: 'src/index.ts',
    code: `import { readFile } from 'node:fs/promises'; export * from './collect/source.ts';
      export type { Read } from './files/read-optional.ts';`,
    found: [files, 'pure-modules-past-collect → fs/promises'],
  },
  {
    file: 'src/compose/helpers.ts',
    code: `import { readOptional } from '../files/read-optional.ts'; import '../config/load.ts';
      export { ask } from '../collect/source.ts';`,
    found: [files, helper('src/collect/source.ts'), helper('src/config/load.ts')],
  },
  {
    file: 'src/compose/helper-later.ts',
    code: "export const later = () => import('../files/read-optional.ts');",
    found: [files],
  },
  {
    file: 'src/compose/helper-and-type.ts',
    code: `import type { Read } from '../files/read-optional.ts';
      import { readOptional } from '../files/read-optional.ts';`,
    found: [files],
  },
  {
    file: 'src/render/to-load.ts',
    code: "import { loadLayout } from './load-layout.ts';",
    found: [helper('src/render/load-layout.ts')],
  },
  {
    file: 'src/collect/git/clocks.ts',
    code: "import process from 'node:process'; await import('node:perf_hooks');",
    found: ['perf_hooks', 'process'].map((name) => `no-clock-nor-environment-in-collect → ${name}`),
  },
];

/** Circles that each close through another form of import; dependency-cruiser reports them once. */
const circles: Planted[] = [
  "import { two } from './FILE';",
  "import type { Two } from './FILE';",
  "export type { Two } from './FILE';",
  "export const later = () => import('./FILE');",
  "let two: import('./FILE').Two;",
].flatMap((code, index) => {
  const [one, two] = [`one${index}.ts`, `two${index}.ts`];
  return [
    {
      file: `src/item/${one}`,
      code: `import type { Two } from './${two}';`,
      found: [`no-circle → src/item/${two}`],
    },
    { file: `src/item/${two}`, code: code.replace('FILE', one), found: [] },
  ];
});

const allowed: Planted[] = Object.entries({
  'src/render/plan.ts': `import { a } from '../compose/view.ts'; import '../period/of-the-week.ts';
    import type { Ask } from '../collect/source.ts'; import { type Load } from '../config/load.ts';
    import Handlebars from 'handlebars'; import { view } from 'handlebars/view';
    import { createHash } from 'node:crypto'; import { posix } from 'node:path';
    import type { Stats } from 'node:fs'; export const later = () => import('./within.ts');
    export interface Plan {} export const plan = 1;`,
  'src/render/within.ts': "import '../errors.ts';",
  'src/render/load-layout.ts': "import { readOptional } from '../files/read-optional.ts';",
  'src/compose/view.ts': "import { inspect } from 'node:util'; export const a = 1;",
  'src/period/of-the-week.ts': '',
  'src/files/read-optional.ts':
    "import { readFile } from 'node:fs/promises'; import 'node:process';",
  'src/config/load.ts': "import '../files/read-optional.ts'; import 'node:fs';",
  'src/collect/source.ts': `import 'node:child_process'; import '../files/read-optional.ts';
    import { devNull } from 'node:os'; import { setTimeout } from 'node:timers/promises';`,
  'src/collect/github/request/clock.ts': "import { performance } from 'node:perf_hooks';",
  'src/publish/pages.ts': "import '../check/check.ts';",
  'src/check/check.ts': '',
  'src/propose/propose.ts': "import '../publish/pages.ts';",
  'src/edit/server.ts': "import '../propose/propose.ts';",
  'src/commands/draft.ts': `import '../files/read-optional.ts'; import '../edit/server.ts';
    import { load } from '../config/load.ts'; import process from 'node:process';`,
  'src/cli.ts': "const { draft } = await import('./commands/draft.ts');",
  'src/action.ts': "import './commands/draft.ts'; import 'node:process';",
}).map(([file, code]) => ({ file, code, found: [] }));

const planted = [...forward, ...circles, ...others, ...allowed];

/** What a package and the folders around src/ need. */
const around = {
  'package.json': '{ "dependencies": { "handlebars": "4.7.10" } }',
  'package-lock.json': '{}',
  'test/server.ts': '',
  'node_modules/handlebars/package.json':
    '{ "exports": { ".": { "import": "./main.js" }, "./view": { "types": "./main.d.ts" } } }',
  'node_modules/handlebars/main.js': '',
  'node_modules/handlebars/main.d.ts': '',
};

test('planted violations are found, and nothing else', async () => {
  const found: Record<string, string[]> = Object.fromEntries(planted.map(({ file }) => [file, []]));
  for (const { from, to, rule } of await violationsPlanted()) {
    (found[from] ??= []).push(`${rule.name} → ${to}`);
  }
  for (const texts of Object.values(found)) texts.sort();
  expect(found).toEqual(Object.fromEntries(planted.map((each) => [each.file, each.found])));
});

test('every rule has a planted violation, and a reason', () => {
  const rules = config.forbidden ?? [];
  const found = new Set(planted.flatMap((each) => each.found.map((text) => text.split(' ')[0])));
  expect(found).toEqual(new Set(rules.map(({ name }) => name)));
  for (const { comment } of rules) expect(comment).toMatch(/^[A-Z].{40,}\.$/);
});

async function violationsPlanted(): Promise<IViolation[]> {
  const baseDir = await temporaryFolder();
  const files = Object.fromEntries(planted.map(({ file, code }) => [file, code]));
  for (const [file, code] of Object.entries({ ...files, ...around })) {
    const path = join(baseDir, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
  const options = await extractOptions(join(import.meta.dirname, '../../.dependency-cruiser.js'));
  const { output } = await cruise(['src'], { ...options, baseDir });
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave text');
  return output.summary.violations;
}

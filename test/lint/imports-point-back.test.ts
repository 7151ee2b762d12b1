import { importsPointBack } from '../../lint/imports-point-back.js';
import { ruleTester } from './rule-tester.ts';

const inRender = '/home/me/devreport/src/render/render.ts';
const inSnapshot = '/home/me/devreport/src/snapshot/parse.ts';

ruleTester.run('imports-point-back', importsPointBack, {
  valid: [
    { name: 'back', filename: inRender, code: "import { a } from '../compose/compose.ts';" },
    { name: 'within a part', filename: inRender, code: "import { a } from './helpers.ts';" },
    { name: 'a package', filename: inRender, code: "import Handlebars from 'handlebars';" },
    { name: 'a part that is a file', filename: inRender, code: "import '../errors.ts';" },
    {
      name: 'the manifest',
      filename: '/home/me/devreport/src/cli.ts',
      code: "import manifest from '../package.json' with { type: 'json' };",
    },
    {
      name: 'anything from the top',
      filename: '/home/me/devreport/src/cli.ts',
      code: "const { draft } = await import('./commands/draft.ts');",
    },
    {
      name: 'files outside of src/',
      filename: '/home/me/devreport/test/snapshot/parse.test.ts',
      code: "import '../../src/commands/draft/draft.ts';",
    },
    {
      name: 'a checkout below another src/',
      filename: '/usr/src/devreport/src/render/render.ts',
      code: "import '../compose/compose.ts'; import '../../package.json';",
    },
  ],
  invalid: [
    {
      name: 'forward',
      filename: inSnapshot,
      code: "import { render } from '../render/render.ts';",
      errors: [{ messageId: 'forward', data: { from: 'snapshot', to: 'render' } }],
    },
    {
      name: 'forward for a type',
      filename: inSnapshot,
      code: "import type { View } from '../compose/view.ts';",
      errors: [{ messageId: 'forward' }],
    },
    {
      name: 'forward by exporting again, and lazily',
      filename: inSnapshot,
      code: "export * from '../group/group.ts'; export { a } from '../check/a.ts'; import('../cli.ts');",
      errors: [{ messageId: 'forward' }, { messageId: 'forward' }, { messageId: 'forward' }],
    },
    {
      name: 'a command, from a part of the flow',
      filename: inRender,
      code: "import '../commands/draft.ts';",
      errors: [{ messageId: 'forward' }],
    },
    {
      name: 'from a folder without a place',
      filename: '/home/me/devreport/src/utils/strings.ts',
      code: 'export {};',
      errors: [{ messageId: 'unknown', data: { part: 'utils' } }],
    },
    {
      name: 'of a folder without a place',
      filename: inRender,
      code: "import '../utils/strings.ts';",
      errors: [{ messageId: 'unknown', data: { part: 'utils' } }],
    },
    {
      name: 'out of src/',
      filename: inRender,
      code: "import '../github/server.ts';",
      errors: [{ messageId: 'outside', data: { specifier: '../../test/github/server.ts' } }],
    },
  ],
});

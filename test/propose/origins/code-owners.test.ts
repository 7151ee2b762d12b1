import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { changes, codeOwners, project, sectionsOf } from '../project.ts';

describe('CODEOWNERS', () => {
  const year = changes([2, ['kernel/a']], [2, ['pkg/init/b']], [2, ['Makefile']]);

  test('gives a section for each folder with owners', () => {
    const text = `# who
*               @org/all
/kernel         @org/kernel @rn   # the kernel
/pkg/           @org/pkg
/pkg/init/      @ijc
/Makefile       @rn
/build\\ tools/* @rn
docs/           docs@example.com
*.go            @gopher
/nobody/
`;
    const found = sectionsOf({ ...codeOwners(text), changes: year });
    expect(found.map(({ title, paths }) => [title, paths])).toEqual([
      ['Kernel', ['kernel/**']],
      ['Packages', ['pkg/**']],
      ['Build tools', ['build tools/**']],
      ['Documentation', ['**/docs/**']],
      ['Other', []],
    ]);
    expect(found[0]?.why).toEqual([
      'CODEOWNERS assigns kernel/ to @org/kernel, @rn.',
      '2 of 6 changes in the last year touched its paths.',
    ]);
  });

  test('with fewer than two folders is not used', () => {
    expect(
      propose(project({ ...codeOwners('* @rn\n/kernel/ @rn'), changes: year })).source,
    ).toContain('folders that changed most');
  });
});

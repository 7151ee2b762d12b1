import { expect, test } from 'vitest';
import { labelsOfForm } from '../../../src/propose/settings/issue-forms.ts';
import { propose } from '../../../src/propose/propose.ts';
import { project } from '../project.ts';

test.each([
  ['bug.yml', 'name: Bug\nlabels: [kind/bug, triage]\n', ['kind/bug', 'triage']],
  ['bug.yaml', 'labels: "bug, triage"\nbody: []\n', ['bug', 'triage']],
  ['bug.md', '---\nname: Bug\nlabels: bug\n---\n\nlabels: [x]\n', ['bug']],
  ['bug.md', 'labels: bug\n', []],
  ['bug.yml', 'labels: [', []],
  ['config.yml', 'blank_issues_enabled: false\n', []],
])('the labels of %s: %s', (path, text, labels) => {
  expect(labelsOfForm({ path, text })).toEqual(labels);
});

test('sections of their meaning have them, too', () => {
  const titles = ['fix: a', 'fix: b', 'fix: c', 'feat: d', 'feat: e', 'docs: f', 'docs: g'];
  const issueLabels = ['C-feature-request', 'kind/bug', 'S-triage', 'other'];
  const { sections } = propose(project({ titles, issueLabels }));
  expect(sections.map(({ title, labels }) => [title, labels])).toEqual([
    ['Features', ['C-feature-request']],
    ['Fixes', ['kind/bug']],
    ['Documentation', []],
    ['Other', []],
  ]);
  expect(sections[1]?.why).toContain('New issues get the label kind/bug from a form.');
});

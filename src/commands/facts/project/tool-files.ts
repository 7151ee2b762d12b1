import { join } from 'node:path';
import { listOptional, readOptional } from '../../../files/read-optional.ts';
import type { Project, ProjectFile, ToolSettings } from '../../../propose/project.ts';
import type { ChangeGroups } from '../../../propose/settings/change-group.ts';
import { changeGroupsIn, groupFiles } from '../../../propose/settings/change-groups.ts';
import { labelsOfForm } from '../../../propose/settings/issue-forms.ts';
import { writtenPaths } from '../../../propose/settings/linguist.ts';
import { readToolSettings } from '../../../propose/settings/tool-settings.ts';

type ToolFiles = Pick<
  Project,
  'labeler' | 'release' | 'drafter' | 'codeOwners' | 'groups' | 'issueLabels'
>;

/** The settings of other tools in a checkout. Adds a line to `log` for each file. */
export function readToolFiles(root: string, log: string[]): ToolFiles {
  return {
    labeler: readToolFile(root, 'labeler', log),
    release: readToolFile(root, 'release', log),
    drafter: readToolFile(root, 'release-drafter', log),
    codeOwners: readCodeOwners(root, log),
    groups: readChangeGroups(root, log),
    issueLabels: readIssueLabels(root, log),
  };
}

/** The settings in `.github/NAME.yml` or `.yaml`; null when missing or unusable. Adds a line to `log`. */
function readToolFile(root: string, name: string, log: string[]): ToolSettings | null {
  const paths = ['yml', 'yaml'].map((extension) => `.github/${name}.${extension}`);
  const file = firstOf(root, paths);
  if (!file) return null;
  const settings = readToolSettings(file);
  log.push(settings ? `Read ${file.path}.` : `Skipped ${file.path}: invalid YAML, or no options.`);
  return settings;
}

/** Where GitHub looks for it, in its order. */
const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

function readCodeOwners(root: string, log: string[]): ProjectFile | null {
  const file = firstOf(root, CODE_OWNERS);
  if (file) log.push(`Read ${file.path}.`);
  return file;
}

/** Adds a line to `log` for each file that groups changes. */
function readChangeGroups(root: string, log: string[]): ChangeGroups[] {
  return groupFiles.flatMap((path) => {
    const file = firstOf(root, [path]);
    const found = file ? changeGroupsIn(file) : [];
    if (found.length > 0) log.push(`Read ${path}.`);
    return found;
  });
}

const FORMS = '.github/ISSUE_TEMPLATE';
/** A project has a few; more are read in vain. */
const MOST_FORMS = 30;

/** Adds a line to `log` if there are some. */
function readIssueLabels(root: string, log: string[]): string[] {
  const labels = listOptional(join(root, FORMS), root)
    .filter((name) => /\.(?:ya?ml|md)$/i.test(name))
    .slice(0, MOST_FORMS)
    .flatMap((name) => {
      const file = firstOf(root, [`${FORMS}/${name}`]);
      return file ? labelsOfForm(file) : [];
    });
  if (labels.length > 0) log.push(`Read the labels of the forms in ${FORMS}.`);
  return [...new Set(labels)];
}

/** What of the paths of a change people have written, by `.gitattributes` of a checkout. */
export function readWrittenPaths(root: string): ReturnType<typeof writtenPaths> {
  return writtenPaths(firstOf(root, ['.gitattributes']));
}

function firstOf(root: string, paths: readonly string[]): ProjectFile | null {
  for (const path of paths) {
    const text = readOptional(join(root, path), root);
    if (text !== null) return { path, text };
  }
  return null;
}

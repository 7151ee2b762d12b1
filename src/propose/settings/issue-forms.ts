import { readYaml } from '../../config/read-yaml.ts';
import type { ProjectFile } from '../project.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/**
 * The labels that new issues get from a form (`.yml`), or from a template with front matter (`.md`): a list, or
 * names with commas between them. None from an invalid one: GitHub reports its errors.
 */
export function labelsOfForm({ path, text }: ProjectFile): string[] {
  const yaml = /\.ya?ml$/i.test(path) ? text : (/^---\r?\n([^]*?)\n---/.exec(text)?.[1] ?? '');
  const { value } = readYaml(yaml);
  const labels = isMapping(value) ? stringsIn(value['labels']) : [];
  return labels
    .flatMap((label) => label.split(','))
    .map((label) => label.trim())
    .filter((label) => label !== '');
}

import { type Annotation, annotationCommands } from './annotations.ts';
import type { CheckedFile } from './checked-file.ts';
import { gather } from './gather.ts';

/** The findings as commands of a GitHub workflow, which annotate the lines of a pull request. */
export function formatGitHub(checked: readonly CheckedFile[]): string {
  return annotationCommands(checked.flatMap(annotationsIn))
    .map((line) => `${line}\n`)
    .join('');
}

/** The findings of a report as people want to read them, each at its lines. */
function annotationsIn({ path, findings }: CheckedFile): Annotation[] {
  return gather(findings).map(({ rule, severity, message, place }) => ({
    severity,
    topic: rule,
    message,
    file: path,
    place,
  }));
}

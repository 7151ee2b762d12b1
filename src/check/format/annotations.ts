import type { Node } from 'mdast';
import type { Severity } from '../../config/check-rules.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import { workflowCommand } from './workflow-command.ts';

/** A message that GitHub shows with a run of a workflow, and beside a line of a file if it has one. */
export interface Annotation {
  severity: Severity;
  /** What it is about, in devreport's own words: the id of a rule, the code of an error. */
  topic: string;
  message: string;
  /** Relative to the root of the repository. */
  file?: string;
  /** Lines and columns count from 1; the end is exclusive. */
  place?: NonNullable<Node['position']>;
}

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** How many annotations of a severity GitHub shows for a step of a workflow. */
const SHOWN = 10;

/**
 * The commands that make the annotations of a step, by severity. Of more than GitHub shows, the first
 * ones, and in the last what the others are about.
 *
 * @param annotations of the whole step, the most important first
 */
export function annotationCommands(annotations: readonly Annotation[]): string[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const all = annotations.filter((annotation) => annotation.severity === severity);
    if (all.length <= SHOWN) return all.map(commandOf);
    return [...all.slice(0, SHOWN - 1).map(commandOf), remainder(severity, all.slice(SHOWN - 1))];
  });
}

function commandOf({ severity, topic, message, file, place }: Annotation): string {
  const properties = {
    ...(file !== undefined && { file: visibleText(file) }),
    ...(file !== undefined && place && linesOf(place)),
    title: `devreport: ${topic}`,
  };
  return workflowCommand(commands[severity], properties, visibleText(message));
}

function linesOf({ start, end }: NonNullable<Annotation['place']>) {
  return {
    line: start.line,
    endLine: end.line,
    // Columns hold only within one line.
    ...(end.line === start.line && { col: start.column, endColumn: end.column }),
  };
}

function remainder(severity: Severity, annotations: readonly Annotation[]): string {
  const counts = new Map<string, number>();
  for (const { topic } of annotations) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const byTopic = [...counts].map(([topic, count]) => `${topic} ${count}`).join(', ');
  const message = `${annotations.length} more of severity ${severity}: ${byTopic}`;
  return workflowCommand(commands[severity], { title: 'devreport' }, message);
}

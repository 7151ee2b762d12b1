/**
 * A line of the log that the runner of GitHub Actions reads as a command, escaped as in `command.ts` of
 * actions/toolkit. Properties without a value are left out.
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties).flatMap(([key, value = '']) =>
    value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${[name, ...(written.length > 0 ? [written.join(',')] : [])].join(' ')}::${escapeData(message)}`;
}

/** Of all characters, only line endings have an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// The runner compares texts by the rules of a language, which skip characters that can't be seen.
const COMMAND = /^((?:[^\p{L}\p{N}\p{P}\p{S}]|\p{DI})*:)(?=\p{DI}*:)/u;
/** Of the first version of commands, which may begin anywhere in a line. */
const OLD_COMMAND = /#\p{DI}*#(?=\p{DI}*\[)/gu;

/** A line that the runner reads no command in: a blank parts what could begin one. */
export function withoutCommands(line: string): string {
  return line.replace(COMMAND, '$1 ').replace(OLD_COMMAND, '$& ');
}

/**
 * How the runner of GitHub Actions reads what a step writes: `ActionCommand.cs` and
 * `FileCommandManager.cs` of actions/runner.
 */

export interface RunnerCommand {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const registered = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group'],
  ...['internal-set-repo-path', 'notice', 'remove-matcher', 'save-state', 'set-env'],
  ...['set-output', 'stop-commands', 'warning'],
]);

/** The commands in a log, in order. The runner splits it into lines at CR, too. */
export function commandsIn(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => commandIn(line) ?? []);
}

export function commandIn(line: string): RunnerCommand | null {
  return newCommand(line) ?? oldCommand(line);
}

function newCommand(line: string): RunnerCommand | null {
  const message = line.trimStart();
  if (!message.startsWith('::')) return null;
  const end = message.indexOf('::', 2);
  if (end < 0) return null;
  const [info, data] = [message.slice(2, end), message.slice(end + 2)];
  return command(info, ',', unescapeProperty, unescapeData(data));
}

function oldCommand(line: string): RunnerCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  return command(line.slice(start + 3, end), ';', unescapeOld, unescapeOld(line.slice(end + 1)));
}

function command(
  info: string,
  separator: string,
  unescape: (text: string) => string,
  data: string,
): RunnerCommand | null {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!registered.has(name)) return null;
  const pairs = (space < 0 ? '' : info.slice(space + 1).trim()).split(separator).flatMap((pair) => {
    const [, key, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
    return key === undefined || value === undefined ? [] : [[key, unescape(value)] as const];
  });
  return { name, properties: Object.fromEntries(pairs), data };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeBut(text.replaceAll('%0D', '\r').replaceAll('%0A', '\n'));
}

function unescapeBut(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

function unescapeOld(text: string): string {
  return unescapeData(text.replaceAll('%3B', ';').replaceAll('%5D', ']'));
}

/**
 * A line as the runner may compare it: by the rules of a language, which skip what can't be seen. So a
 * command that has a joiner in it counts, too.
 */
export function asCompared(line: string): string {
  return line.replace(/\p{DI}/gu, '');
}

/** The outputs in the text of a file, in order. Throws for a file that the runner refuses. */
export function outputsIn(file: string): [name: string, value: string][] {
  const lines = file.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const outputs: [string, string][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      outputs.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
    if (heredoc <= 0 || delimiter === '') throw new Error(`Invalid format '${line}'`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
    outputs.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return outputs;
}

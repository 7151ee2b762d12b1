import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../edit/server/start-server.ts';
import { UsageError } from '../../errors.ts';
import { packageRoot } from '../../files/package-root.ts';
import type { Environment, ExitCode } from '../environment.ts';
import { cacheFolder } from '../facts/source/cache-folder.ts';
import { describeUnexpected } from '../terminal/describe-error.ts';
import { DeskSession } from './desk-session.ts';
import { draftFirst } from './draft-first.ts';
import { gatherFacts } from './gather-facts.ts';
import { locateReport } from './locate-report.ts';
import { openBrowser } from './open-browser.ts';
import type { EditOptions } from './options.ts';
import { UnsavedText } from './unsaved-text.ts';

/** Milliseconds. A page that is reloaded, or a computer that sleeps for a moment, is back by then. */
const IDLE = 60_000;

/**
 * Serves the desk for one report until Ctrl-C, or until its page has been closed for a while. Drafts the
 * report first if there is none.
 *
 * @param named the path of a report; undefined for that of the period
 * @throws {UsageError} for wrong options, and a report that is no text
 * @throws {SourceError} when there is no report, and the source fails
 */
export async function edit(
  named: string | undefined,
  options: EditOptions,
  environment: Environment,
): Promise<ExitCode> {
  const port = readPort(options.port);
  const located = await locateReport(named, options, environment);
  const { file } = located;
  const gathered =
    file.read() === null
      ? await draftFirst(await gatherFacts(located, environment), options.source, environment)
      : null;
  const { stdout, stderr, signal, variables } = environment;
  const unsaved = new UnsavedText(file.path, cacheFolder(variables, process.platform));
  const host = await DeskSession.open(located, unsaved, environment, gathered);
  const { address, ended } = await startServer({
    host,
    script: await readFile(join(packageRoot(), 'dist/desk.js'), 'utf8'),
    ...{ port, signal, idle: IDLE },
    report: (error) => stderr.lines(describeUnexpected(error, [])),
  });
  stdout.lines([address]);
  stderr.lines([`Editing ${file.shown}. Ctrl-C ends the desk; so does closing its page.`]);
  if (options.open !== false) openBrowser(address);
  await ended;
  host.close();
  return 0;
}

const HIGHEST_PORT = 65_535;

function readPort(text: string | undefined): number {
  const port = text === undefined ? 0 : /^\d+$/.test(text) ? Number(text) : NaN;
  if (port <= HIGHEST_PORT) return port;
  throw new UsageError('usage', `invalid --port "${text ?? ''}": not a port.`, {
    hint: 'Use a number up to 65535, or omit --port for any that is free.',
  });
}

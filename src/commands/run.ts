import { DevreportError, SourceError } from '../errors.ts';
import type { Environment, ExitCode, Surroundings } from './environment.ts';
import { VisibleOutput } from './terminal/visible-output.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Runs the command line and returns its exit code. */
export async function run(argv: readonly string[], outside: Surroundings): Promise<number> {
  // Scripts run this to look for devreport: it should not load a parser.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    outside.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const environment: Environment = {
    ...outside,
    stdout: new VisibleOutput(outside.stdout),
    stderr: new VisibleOutput(outside.stderr),
  };
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, manifest.version, environment);
  } catch (error) {
    if (!(error instanceof DevreportError)) throw error;
    const { describeError } = await import('./terminal/describe-error.ts');
    environment.stderr.lines(describeError(error));
    return exitCodeOf(error);
  }
}

/** The only mapping from errors to exit codes. */
function exitCodeOf(error: DevreportError): ExitCode {
  return error instanceof SourceError ? 3 : 2;
}

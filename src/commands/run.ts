import { DevreportError, SourceError } from '../errors.ts';
import type { Environment, ExitCode } from './environment.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Runs the command line and returns its exit code. */
export async function run(argv: readonly string[], environment: Environment): Promise<number> {
  // Scripts run this to look for devreport: it should not load a parser.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    environment.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, manifest.version, environment);
  } catch (error) {
    if (!(error instanceof DevreportError)) throw error;
    const { describeError } = await import('./terminal/describe-error.ts');
    environment.stderr.write(describeError(error));
    return exitCodeOf(error);
  }
}

/** The only mapping from errors to exit codes. */
function exitCodeOf(error: DevreportError): ExitCode {
  return error instanceof SourceError ? 3 : 2;
}

import { DevreportError, UsageError } from '../errors.ts';
import type { Environment, ExitCode, Surroundings } from './environment.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { describeError, describeUnexpected } from './terminal/describe-error.ts';
import { VisibleOutput } from './terminal/visible-output.ts';
import manifest from '../../package.json' with { type: 'json' };

/** Runs the command line and returns its exit code. Throws only the signal's reason, once it is aborted. */
export async function run(argv: readonly string[], outside: Surroundings): Promise<ExitCode> {
  // Scripts run this to look for devreport: it should not load a parser.
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    outside.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  const stdout = new VisibleOutput(outside.stdout);
  const stderr = new VisibleOutput(outside.stderr);
  try {
    const environment: Environment = { ...outside, cwd: directoryOf(outside), stdout, stderr };
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, manifest.version, environment);
  } catch (error) {
    outside.signal.throwIfAborted();
    const isKnown = error instanceof DevreportError;
    stderr.lines(isKnown ? describeError(error) : describeUnexpected(error, argv));
    return exitCodeOf(error);
  }
}

function directoryOf({ cwd }: Surroundings): string {
  if (cwd !== null) return cwd;
  throw new UsageError('directory-missing', 'The working directory no longer exists.', {
    hint: 'Change to another one and run again.',
  });
}

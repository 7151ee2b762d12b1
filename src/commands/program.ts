import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { type CheckCommandOptions, checkFormats } from './check/options.ts';
import type { DraftOptions } from './draft/options.ts';
import { extensions } from './draft/formats.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { EditOptions } from './edit/options.ts';
import {
  checkExamples,
  draftExamples,
  editExamples,
  explainExamples,
  initExamples,
} from './help-examples.ts';
import type { InitOptions } from './init/init.ts';
import { repeated, withFactOptions } from './facts/command-options.ts';
import type { FactOptions } from './facts/options.ts';
import { addPublishCommand } from './publish/command.ts';

/**
 * Parses the command line and runs the command it names.
 *
 * @throws {UsageError} `usage` for an unknown option or command
 */
export async function runProgram(
  argv: readonly string[],
  version: string,
  environment: Environment,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('devreport')
    .description(
      'Turns a week of a GitHub project into a Markdown report that people want to read.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: () => undefined,
      // Its own would open Node's streams.
      getOutHelpWidth: () => environment.stdout.columns ?? 80,
      getErrHelpWidth: () => environment.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError();

  const draftCommand = withFactOptions(program.command('draft', { isDefault: true }))
    .description('write the draft of a report (the default command)')
    .option('--template <name|file>', 'a built-in layout, or a Handlebars file')
    .option(
      '-o, --output <file>',
      'the report to write, or - for stdout (default: reports/<date>.md in the repository’s root)',
    )
    .addOption(
      new Option('--format <format>', 'the output format; html is a page without the comments')
        .choices(Object.keys(extensions))
        .default('markdown'),
    )
    .option('--diff', 'show what a rerun would change, without writing it')
    .option('--adopt', 'update a report that devreport did not write, adding what is missing')
    .option(
      '--seen <item>',
      'stop naming what has changed about an item or a commit (repeatable)',
      repeated,
    )
    .addHelpText('after', draftExamples)
    .action(async (options: DraftOptions) => {
      const { draft } = await import('./draft/draft.ts');
      exitCode = await draft(options, environment);
    });

  withFactOptions(program.command('explain').argument('<item>', 'owner/name#12, #12, or a URL'))
    .description('explain why an item is in its section, or not in the report')
    .addHelpText('after', explainExamples)
    .action(async (item: string, options: FactOptions) => {
      const { explain } = await import('./explain/explain.ts');
      exitCode = await explain(item, options, environment);
    });

  program
    .command('init')
    .description('write a first config, with sections proposed from the repository')
    .addOption(
      new Option(
        '--action',
        'write a workflow for GitHub Actions instead, which opens a pull request with each report',
      ).conflicts(['reports', 'config', 'like']),
    )
    .addOption(
      new Option(
        '--like <file>',
        'a published report to reproduce the form of: its layout, headings, file name, number, front matter',
      ).conflicts('reports'),
    )
    .option('--reports <folder>', 'earlier reports to learn from (default: reports/)')
    .option(
      '-o, --output <file>',
      'the file to write, or - for stdout (default: devreport.yml in the repository’s root)',
    )
    .option('--config <file>', 'the same as --output')
    .option('-y, --yes', 'write what is proposed without asking, on a terminal too')
    .option('--verbose', 'show the stack trace of an unexpected error')
    .addHelpText('after', initExamples)
    .action(async ({ action, ...options }: InitOptions & { action?: true }) => {
      if (action) {
        const { initAction } = await import('./init/init-action.ts');
        exitCode = await initAction(options.output, environment);
        return;
      }
      const { init } = await import('./init/init.ts');
      exitCode = await init(options, environment);
    });

  withFactOptions(program.command('check').argument('[file...]', 'edited reports'))
    .description('find mistakes in edited reports')
    .addOption(
      new Option('--format <format>', 'the output format').choices(checkFormats).default('text'),
    )
    .option('--fix', 'first fix the mistakes that have one right answer')
    .option('--offline', 'skip the checks that need facts')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this')
    .option('--explain <rule>', 'print why a rule exists and how to turn it off, and check nothing')
    .addHelpText('after', checkExamples)
    .action(async (files: string[], options: CheckCommandOptions) => {
      if (options.explain !== undefined) {
        const { explainCheck } = await import('./check/explain.ts');
        exitCode = await explainCheck(options.explain, options.config, environment);
        return;
      }
      const { check } = await import('./check/check.ts');
      exitCode = await check(files, options, environment);
    });

  withFactOptions(program.command('edit').argument('[file]', 'a report'))
    .description('edit a report in the browser, drafting it first if there is none')
    .option('--template <name|file>', 'a built-in layout, or a Handlebars file')
    .option('--port <number>', 'the port on 127.0.0.1 (default: any that is free)')
    .option('--no-open', 'only print the address, which opens the desk once')
    .addHelpText('after', editExamples)
    .action(async (file: string | undefined, options: EditOptions) => {
      const { edit } = await import('./edit/edit.ts');
      exitCode = await edit(file, options, environment);
    });

  addPublishCommand(program, async (what, options) => {
    const { publish } = await import('./publish/publish.ts');
    exitCode = await publish(what, options, environment);
  });

  // Most people only draft, so the main help includes that of draft.
  program.addHelpText('after', () => `\n${draftCommand.helpInformation()}${draftExamples}`);

  requireKnownCommand(
    argv,
    program.commands.map((command) => command.name()),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander throws after printing the help or the version, too.
    if (error.exitCode === 0) return 0;
    throw new UsageError('usage', error.message.replace(/^error: /, ''), {
      hint: 'devreport --help lists the commands and options.',
      cause: error,
    });
  }
  return exitCode;
}

function requireKnownCommand([first]: readonly string[], commands: readonly string[]): void {
  if (first === undefined || first.startsWith('-') || commands.includes(first)) return;
  throw new UsageError('usage', `Unknown command "${first}".`, {
    hint: `The commands are ${commands.join(', ')}; see devreport --help.`,
  });
}

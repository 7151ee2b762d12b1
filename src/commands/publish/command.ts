import { type Command, Option } from 'commander';
import { publishExamples } from '../help-examples.ts';
import type { PublishOptions } from './options.ts';

/** Adds `devreport publish` to the command line. */
export function addPublishCommand(
  program: Command,
  run: (what: string, options: PublishOptions) => Promise<void>,
): void {
  program
    .command('publish')
    .argument('[what]', 'site, or the file of a report for its page alone', 'site')
    .description('make a site of the reports, with feeds')
    .option('--out <folder>', 'the folder of the site (default: from the config, or site)')
    .option('--base <url>', 'where the site will be, like https://name.github.io/project/')
    .option('--title <title>', 'the title of the site (default: from the config)')
    .option('--template <folder>', 'templates that replace those of the pages')
    .option('--config <file>', 'the config (default: devreport.yml, here or above)')
    .option(
      '-o, --output <file>',
      'the page to write, or - for stdout (default: beside the report)',
    )
    .addOption(new Option('--format <format>', 'of a page').choices(['html']).default('html'))
    .option('--verbose', 'show the stack trace of an unexpected error')
    .addHelpText('after', publishExamples)
    .action(run);
}

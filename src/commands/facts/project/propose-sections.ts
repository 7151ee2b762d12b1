import type { Config } from '../../../config/schema/schema.ts';
import { plainText } from '../../../markdown/plain-text.ts';
import { firstSections } from '../../../propose/first-sections.ts';
import type { Snapshot } from '../../../snapshot/schema.ts';
import type { Environment } from '../../environment.ts';
import type { FactOptions } from '../options.ts';
import type { CommandSettings } from '../settings.ts';
import { checkoutOf } from './checkout-of.ts';
import { projectOf } from './project-of.ts';

/** The config with sections proposed from the facts, and from the checkout of their repository. */
export async function proposeSections(
  { config, file, sections: given }: CommandSettings,
  snapshot: Snapshot,
  options: FactOptions,
  environment: Environment,
): Promise<Config> {
  const checkout = await checkoutOf(snapshot, options, environment);
  const project = await projectOf(snapshot, checkout, environment);
  const { source, sections, fallback } = firstSections(project);
  const titles = sections.map(({ title }) => plainText(title)).join(', ');
  const why = given === 'no-config' ? 'No config' : `No sections in ${file}`;
  const what =
    source === null
      ? `nothing here suggests sections, so all is under ${titles}`
      : `sections ${plainText(source)}: ${titles}`;
  const [repository = 'the repository'] = snapshot.repositories;
  const where = checkout === null ? ` in a clone of ${plainText(repository)}` : '';
  const how = given === 'no-config' ? 'devreport init' : 'copy them from devreport init -o -';
  environment.stderr.lines([`${why}: ${what}. To keep or change them: ${how}${where}.`]);
  return { ...config, sections, fallback };
}

import { layoutOf, layoutTexts } from '../config/layout-texts.ts';
import type { Config } from '../config/schema/schema.ts';
import { dateInWords } from '../period/date-in-words.ts';
import type { Period } from '../period/period.ts';
import { fillWords } from '../placeholder/fill-words.ts';
import { periodValues } from '../placeholder/report-placeholders.ts';

/** The title of a report: that of the config, if it has placeholders, else with what its layout adds. */
export function titleFor(period: Period, config: Config, number: number): string {
  const { locale, template } = config;
  const { title } = layoutTexts(config);
  const values = { ...periodValues(period), number };
  if (title.includes('{')) return fillWords(title, values, locale);
  const days = `${title} for ${values.start} to ${values.end}`;
  switch (layoutOf(template)) {
    case 'digest':
      return days;
    case 'themed':
      return period.kind === 'week' ? `${days} (week ${values.week.slice(-2)})` : days;
    case 'changelog':
    case 'people':
      return `${title} #${String(number)}`;
    case 'weekly':
    case null:
      return `${title} for ${dateInWords(period.date, locale)}`;
  }
}

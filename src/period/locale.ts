import dayjs from 'dayjs';
import { localeNames } from './locale-names.ts';

/** Whether Day.js has a locale of that name, like `de` or `pt-br`. */
export function isLocale(name: string): boolean {
  return localeNames.has(name);
}

/** Loads a locale. Without that, dates in any language but English are an error. */
export async function loadLocale(name: string): Promise<void> {
  if (!(name in dayjs.Ls)) await import('./locales.ts');
}

/** @throws {Error} for a locale that is not loaded: a mistake of the program */
export function requireLocale(name: string): ILocale {
  const found = dayjs.Ls[name];
  if (!found) throw new Error(`the locale "${name}" is not loaded; call loadLocale first`);
  return found;
}

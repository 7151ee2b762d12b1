import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const licenceFile = /^(licen[cs]e|copying|copyright|notice)(\.|-|$)/i;

/**
 * The licences of the packages that the given modules come from: most of them ask to be passed on
 * with the code.
 *
 * @param {string[]} modules paths of bundled files
 */
export async function noticesOf(modules) {
  const packages = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  const notices = await Promise.all([...packages].map(noticeOf));
  const intro = 'devreport contains code of these packages, under their licences.\n';
  return [intro, ...notices.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {string} module
 * @returns {string | undefined} undefined for the project's own files and for modules of the bundler
 */
function packageFolder(module) {
  if (module.startsWith('\0')) return undefined;
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
}

/** @param {string} folder */
async function noticeOf(folder) {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => licenceFile.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const head = `${manifest.name} ${manifest.version} (${manifest.license})\n`;
  return [head, ...texts.map((text) => text.trim() + '\n')].join('\n');
}

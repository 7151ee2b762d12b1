import { htmlBlocks } from '../html/html-blocks.ts';
import type { PublishedReport } from './published-report.ts';
import { imagePath } from './report-addresses.ts';

/** The paths of the images, from the root of the checkout, that reports show, sorted. */
export function imagesOf(reports: readonly PublishedReport[]): string[] {
  const found = new Set<string>();
  for (const { report } of reports) {
    if (!/!\[|<img/i.test(report.text)) continue;
    htmlBlocks(report, {
      ...{ server: '', home: undefined, images: 'relative' },
      imageAddress: (address) => {
        const path = imagePath(address, report.path);
        if (path !== null) found.add(path);
        return null;
      },
    });
  }
  return [...found].sort();
}

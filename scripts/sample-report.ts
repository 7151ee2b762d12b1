import { draftText } from './draft-text.ts';

/** What the first command of the README writes, in a folder without other reports. */
export function sampleReport(): Promise<string> {
  return draftText('--week', '2017-05-08', '--source', 'sample');
}

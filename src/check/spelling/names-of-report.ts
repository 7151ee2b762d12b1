import { nodesIn } from '../../markdown/nodes-in.ts';
import type { CheckableReport } from '../text/checkable-report.ts';
import { addNames, addNamesOfAddress } from './word-use.ts';

/** The words in a report's code, HTML, addresses, logins and links to people, in lower case. */
export function namesOfReport({ root, words, mentions, profiles }: CheckableReport): Set<string> {
  const names = new Set<string>();
  for (const node of nodesIn(root)) {
    if (node.type === 'inlineCode' || node.type === 'code' || node.type === 'html')
      addNames(node.value, names);
    else if ('url' in node) addNamesOfAddress(node.url, names);
  }
  for (const { login } of [...mentions, ...profiles]) addNames(login, names);
  for (const { start, end } of profiles) addNames(words.slice(start, end), names);
  return names;
}

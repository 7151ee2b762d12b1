/** What would end a title, by its last quote, and what would be read as an escape. */
const special = {
  '"': /["\\]|&(?=[#a-z])/gi,
  "'": /['\\]|&(?=[#a-z])/gi,
  ')': /[()\\]|&(?=[#a-z])/gi,
};

/**
 * Foreign text in the title of a link, an image or a definition.
 *
 * @param source the Markdown around it, up to its end
 */
export function textInTitle(text: string, source: string, isInTable: boolean): string {
  const last = /["')](?=\s*\)?$)/.exec(source)?.[0];
  const escaped = text.replace(special[last === "'" || last === ')' ? last : '"'], '\\$&');
  return isInTable ? escaped.replaceAll('|', '\\|') : escaped;
}

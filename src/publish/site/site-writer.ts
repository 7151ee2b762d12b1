import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { UsageError } from '../../errors.ts';
import type { SiteTemplateFile, SiteTemplates } from './site-templates.ts';
import type { PageFrame } from './page-view.ts';

/** Writes pages with templates. */
export interface SiteWriter {
  /** @throws {UsageError} `site-template-invalid` */
  page(
    file: Exclude<SiteTemplateFile, 'page.hbs' | 'style.css'>,
    content: object,
    frame: PageFrame,
  ): string;
}

/** Compiles the templates, each when it is first used. */
export function siteWriter(templates: SiteTemplates): SiteWriter {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const style = templates['style.css'].source;
  const write = (name: SiteTemplateFile, view: object): string => {
    const { file, source } = templates[name];
    try {
      // Every text is escaped for HTML, and a name that the view does not have is an error.
      const template = compiled.get(name) ?? handlebars.compile(source, { strict: true });
      compiled.set(name, template);
      return template(view);
    } catch (cause) {
      throw templateProblem(file, cause);
    }
  };
  return {
    page(name, content, frame) {
      const policy = policyFor(
        style,
        scriptsIn(templates[name].source + templates['page.hbs'].source),
      );
      return write('page.hbs', { ...frame, style, policy, content: write(name, content) });
    },
  };
}

/** Only what the templates have runs, and only images are loaded. */
function policyFor(style: string, scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src ${sourceOf(style)}`,
    ...(scripts.length > 0 ? [`script-src ${scripts.map(sourceOf).join(' ')}`] : []),
    "img-src 'self' file: http: https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function scriptsIn(source: string): string[] {
  return source
    .split('<script>')
    .slice(1)
    .map((part) => part.slice(0, Math.max(0, part.indexOf('</script>'))));
}

function templateProblem(file: string, cause: unknown): UsageError {
  const [line, problem] = problemIn(cause as Error & { lineNumber?: number });
  return new UsageError('site-template-invalid', `${file}:${line}: ${problem}.`, {
    hint: 'docs/publishing.md lists the templates of a site and their names.',
    cause,
  });
}

/** Handlebars throws errors of three kinds; a name of something that is null is one of JavaScript. */
function problemIn({ message, lineNumber = 1 }: Error & { lineNumber?: number }): [number, string] {
  const [parsed, line, excerpt = ''] = /^Parse error on line (\d+):\n(.*)/.exec(message) ?? [];
  if (parsed !== undefined) return [Number(line), `syntax error: ${excerpt}`];
  const [unknown, name, at] = /^"(.*)" not defined in .* - (\d+):\d+$/s.exec(message) ?? [];
  if (unknown !== undefined) return [Number(at), `unknown name “${name ?? ''}”`];
  const [missing] = /\(reading '(.*)'\)$/.exec(message)?.slice(1) ?? [];
  return missing === undefined
    ? [lineNumber, message]
    : [lineNumber, `“${missing}” of something that this page doesn’t have; ask for that with #if`];
}

import fc from 'fast-check';
import type { PullRequest } from '../../github/data/item.ts';
import { FixtureError } from '../../github/errors.ts';
import { edited, type TextEdit, textEdit, wordOf } from './editing.ts';
import { type Project, REPOSITORY } from './support.ts';

/** What people do in the repository while a report is being edited. */
export type EditorAction =
  | { kind: 'edit' | 'amend'; edits: TextEdit[] }
  | { kind: 'body'; at: 'above' | 'below' | 'inside' | 'unmarked' | 'twice' }
  | { kind: 'merge'; method: 'merge' | 'squash'; deletes: boolean }
  | { kind: (typeof simple)[number] };

const simple = [
  ...['other file', 'base', 'remove report', 'retitle', 'ready', 'retarget'],
  ...['reopen', 'delete branch', 'rename branch', 'forks', 'close', 'close', 'close'],
] as const;

const edits = fc.array(textEdit, { minLength: 1, maxLength: 3 });

export const editorAction: fc.Arbitrary<EditorAction> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constantFrom('edit', 'edit', 'edit', 'amend'), edits }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('body' as const),
      at: fc.constantFrom('above', 'below', 'inside', 'unmarked', 'twice'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      method: fc.constantFrom('merge', 'squash'),
      deletes: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom(...simple) }) },
);

/** The people of a project, and what they have decided. */
export class Editors {
  readonly #project: Project;
  readonly branch: string;
  readonly path: string;
  #words = 0;

  constructor(project: Project, branch: string, path: string) {
    this.#project = project;
    this.branch = branch;
    this.path = path;
  }

  /** The pull requests from the branch, the oldest first. */
  get pullRequests(): PullRequest[] {
    return (this.#project.github.data.repository(REPOSITORY)?.list('PullRequest') ?? []).filter(
      (item): item is PullRequest =>
        item.__typename === 'PullRequest' &&
        item.headRefName === this.branch &&
        !item.isCrossRepository,
    );
  }

  /** Does it if it is possible. */
  act(action: EditorAction): void {
    try {
      this.#act(action);
    } catch (error) {
      if (!(error instanceof FixtureError)) throw error;
    }
  }

  #act(action: EditorAction): void {
    const { editor } = this.#project.github;
    const pull = this.pullRequests.at(-1);
    const reference = `${REPOSITORY}#${String(pull?.number)}`;
    switch (action.kind) {
      case 'edit':
      case 'amend': {
        const text = editor.read(REPOSITORY, this.branch, this.path);
        if (text === null) return;
        const all = action.edits.reduce((now, one) => edited(now, one, this.#word()), text);
        const files = { [this.path]: all };
        if (action.kind === 'edit') editor.commit(REPOSITORY, this.branch, files);
        else editor.forcePush(REPOSITORY, this.branch, files);
        return;
      }
      case 'other file':
        editor.commit(REPOSITORY, this.branch, { 'docs/more.md': `${this.#word()}\n` });
        return;
      case 'base':
        editor.commit(REPOSITORY, 'main', { 'src/a.ts': `// ${this.#word()}\n` });
        return;
      case 'remove report':
        editor.commit(REPOSITORY, this.branch, { [this.path]: null });
        return;
      case 'delete branch':
        editor.deleteBranch(REPOSITORY, this.branch);
        return;
      case 'rename branch':
        editor.renameBranch(REPOSITORY, this.branch, `renamed-${this.#word()}`);
        return;
      case 'forks':
        for (let count = 0; count < 3; count += 1)
          editor.open(REPOSITORY, this.branch, { headRepository: 'eve/app', author: 'eve' });
        return;
      case 'body':
        if (pull) editor.edit(reference, { body: this.#body(pull.body, action.at) });
        return;
      case 'retitle':
        if (pull) editor.edit(reference, { title: `${this.#word()} at the top` });
        return;
      case 'ready':
        if (pull) editor.edit(reference, { isDraft: false });
        return;
      case 'retarget':
        if (pull?.state === 'OPEN') editor.edit(reference, { baseRefName: 'next' });
        return;
      case 'close':
        if (pull?.state === 'OPEN') editor.close(reference);
        return;
      case 'reopen':
        if (pull?.state === 'CLOSED' && this.#project.report(this.branch, this.path) !== null)
          editor.reopen(reference);
        return;
      case 'merge':
        if (pull?.state === 'OPEN')
          editor.merge(reference, { method: action.method, deletes: action.deletes });
    }
  }

  #body(body: string, at: Extract<EditorAction, { kind: 'body' }>['at']): string {
    const word = this.#word();
    // As a browser sends it.
    const crlf = body.replace(/\r?\n/g, '\r\n');
    switch (at) {
      case 'above':
        return `${word} above\r\n\r\n${crlf}`;
      case 'below':
        return `${crlf}\r\n\r\n${word} below`;
      case 'inside':
        return body.replace('#### How to edit', `${word} inside\n\n#### How to edit`);
      case 'unmarked':
        return body.replace(/^<!-- devreport:begin.*\r?\n/m, `${word}\n`);
      case 'twice':
        return `${body}\n${word}\n${body}`;
    }
  }

  #word(): string {
    this.#words += 1;
    return wordOf(this.#words);
  }
}

/** What a body has outside of devreport's part; all of it where its markers are not one pair. */
export function outside(body: string): string {
  const parts = body.split(/^(<!-- devreport:(?:begin|end)\b.*-->)[ \t\r]*$/m);
  const [above = '', begin = '', , end = '', below = ''] = parts;
  const isPair = parts.length === 5 && begin.includes(':begin') && end.includes(':end');
  return isPair ? `${above}|${below.replace(/^\r?\n/, '')}` : body;
}

import type { ActorInput } from './data/input.ts';
import type { Repository } from './data/repository.ts';
import { ApiError } from './errors.ts';

export type Permission =
  'checks' | 'contents' | 'issues' | 'members' | 'pull-requests' | 'workflows';

export type Level = 'none' | 'read' | 'write';

export interface TokenInput {
  /**
   * `action`: the GITHUB_TOKEN of a workflow. `app`: an installation token of another App.
   * `personal`: of a person; a classic one with `scopes`, a fine-grained one with `permissions`.
   */
  kind: 'action' | 'app' | 'personal';
  /** `github-actions[bot]`, `some-app[bot]` or `viewer`, unless given. */
  login?: string;
  /** What is not here is `none`; all is `write`, but for what an Action never has, when nothing is given. */
  permissions?: Partial<Record<Permission, Level>>;
  /** Of a classic one: `repo`, `workflow` and `read:org`, unless given. */
  scopes?: string[];
  /** Where it may write (`owner/name`). Everywhere, unless given. */
  repositories?: string[];
}

const logins = { action: 'github-actions[bot]', app: 'some-app[bot]', personal: 'viewer' };

/** GITHUB_TOKEN can be given neither by a workflow's `permissions`. */
const neverOfAnAction: readonly Permission[] = ['members', 'workflows'];

export class Token {
  readonly kind: TokenInput['kind'];
  readonly login: string;
  /** Null: not a classic one. */
  readonly scopes: readonly string[] | null;
  readonly #permissions: TokenInput['permissions'];
  readonly #repositories: readonly string[] | undefined;

  constructor({ kind, login, permissions, scopes, repositories }: TokenInput) {
    this.kind = kind;
    this.login = login ?? logins[kind];
    this.scopes =
      kind === 'personal' && permissions === undefined
        ? (scopes ?? ['repo', 'workflow', 'read:org'])
        : null;
    this.#permissions = permissions;
    this.#repositories = repositories;
  }

  /** As the author of what it makes. */
  get account(): Exclude<ActorInput, null> {
    return this.login;
  }

  get isIntegration(): boolean {
    return this.kind !== 'personal';
  }

  /** Whether it has the permission; a classic token's scopes are looked at elsewhere. */
  may(permission: Permission, level: Level): boolean {
    if (this.kind === 'action' && neverOfAnAction.includes(permission)) return false;
    if (permission === 'checks' && level === 'write' && !this.isIntegration) return false;
    if (permission === 'workflows' && this.scopes) return this.scopes.includes('workflow');
    if (permission === 'members' && this.scopes) return this.scopes.includes('read:org');
    const given =
      this.#permissions === undefined ? 'write' : (this.#permissions[permission] ?? 'none');
    return given === 'write' || given === level;
  }

  reaches({ nameWithOwner }: Repository): boolean {
    const wanted = nameWithOwner.toLowerCase();
    return this.#repositories?.some((name) => name.toLowerCase() === wanted) ?? true;
  }

  /** What GitHub says when the token has no permission for something. */
  get denial(): ApiError {
    const what = this.isIntegration ? 'integration' : 'personal access token';
    return new ApiError('FORBIDDEN', `Resource not accessible by ${what}`, {
      saml_failure: false,
    });
  }

  /** What GitHub says, before it does anything, when a classic token lacks a scope; null: it does not. */
  missingScope(field: string): ApiError | null {
    if (this.scopes === null) return null;
    if (this.scopes.some((scope) => scope === 'repo' || scope === 'public_repo')) return null;
    const has = this.scopes.map((scope) => `'${scope}'`).join(', ');
    return new ApiError(
      'INSUFFICIENT_SCOPES',
      'Your token has not been granted the required scopes to execute this query. ' +
        `The '${field}' field requires one of the following scopes: ['public_repo'], but your ` +
        `token has only been granted the: [${has}] scopes. Please modify your token's scopes ` +
        'at: https://github.com/settings/tokens.',
    );
  }
}

import { pageOf, type PageArguments } from '../connection.ts';
import type { GitCommit } from '../data/git/commit.ts';
import { objectNamed } from '../data/git/expression.ts';
import { textLimit, type Blob } from '../data/git/objects.ts';
import { branchName } from '../data/git/ref-name.ts';
import { entryAt } from '../data/git/tree.ts';
import { commitNamed } from '../data/history.ts';
import { commitOfTag, releasesOf, tagsOf } from '../data/release.ts';
import type { Repository } from '../data/repository.ts';
import { FixtureError } from '../errors.ts';
import type { Resolvers } from './context.ts';
import { ordered, type OrderedArguments } from './ordered.ts';

/** Refs, trees and files. */
export const git: Resolvers = {
  Repository: {
    releases: (source: Repository, args: OrderedArguments) =>
      ordered(releasesOf(source), args, 'CREATED_AT', `releases of ${source.nameWithOwner}`),
    ref: (source: Repository, { qualifiedName }: { qualifiedName: string }) => {
      const tag = /^(?:refs\/)?tags\/(.*)$/s.exec(qualifiedName)?.[1];
      if (tag !== undefined) return tagsOf(source).find(({ name }) => name === tag) ?? null;
      const name = branchName(qualifiedName.replace(/^heads\//, 'refs/heads/'));
      return name === null ? null : source.branch(name);
    },
    refs: (source: Repository, args: RefsArguments) => {
      const { refPrefix, query } = args;
      const name = `${refPrefix} of ${source.nameWithOwner}`;
      if (refPrefix === 'refs/tags/') return ordered(tagsOf(source), args, 'TAG_COMMIT_DATE', name);
      if (refPrefix !== 'refs/heads/' || !source.git.hasContent)
        throw new FixtureError(`The fixture GitHub does not list ${name}`);
      const wanted = (branch: string) => branch.includes(query ?? '');
      const branches = source.git.branches.filter(wanted).map((one) => source.branch(one));
      if (args.orderBy?.field === 'TAG_COMMIT_DATE')
        throw new FixtureError(`The fixture GitHub has the ${name} by their names alone`);
      const down = args.orderBy?.direction === 'DESC';
      return pageOf(down ? branches.reverse() : branches, args, { name: `${name} ${query ?? ''}` });
    },
    object: (source: Repository, { expression, oid }: ObjectArguments) => {
      const wanted = oid ?? expression ?? 'HEAD';
      if (source.git.hasContent || source.isEmpty) return objectNamed(source, wanted);
      const commit = commitNamed(source, wanted) ?? commitOfTag(source, wanted);
      if (commit !== null) return commit;
      // The data say nothing of its files: then it has none.
      if (wanted.includes(':')) return null;
      throw new FixtureError(`The data do not say what ${source.nameWithOwner} has in ${wanted}`);
    },
  },
  Ref: {
    target: ({ name, target }: { name: string; target?: object }) => {
      if (target !== undefined) return target;
      throw new FixtureError(`The data do not say what is on ${name}`);
    },
  },
  Commit: {
    tree: (source: GitCommit) => contentOf(source).tree,
    file: (source: GitCommit, { path }: { path: string }) =>
      entryAt(contentOf(source).tree, path.replace(/\/$/, '')),
  },
  Blob: {
    text: ({ isBinary, bytes, isTruncated, oid }: Blob) => {
      if (isBinary) return null;
      const shown = bytes.subarray(0, textLimit);
      try {
        // What the limit cuts in two is left out, and a byte order mark is left in.
        const options = { stream: isTruncated };
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(shown, options);
      } catch (cause) {
        throw new FixtureError(`Nobody knows how GitHub shows ${oid}: it is no UTF-8`, { cause });
      }
    },
  },
};

interface RefsArguments extends OrderedArguments, PageArguments {
  refPrefix: string;
  query?: string | null;
}

interface ObjectArguments {
  expression?: string | null;
  oid?: string | null;
}

function contentOf(commit: GitCommit): GitCommit {
  if ('files' in commit) return commit;
  throw new FixtureError('The data do not say which files a commit has');
}

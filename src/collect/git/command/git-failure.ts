import { SourceError } from '../../../errors.ts';

/** Git ended with an error; `reason` is its own explanation, on one line. */
export class GitFailure extends SourceError {
  readonly reason: string;

  /** @param output what git wrote to stderr */
  constructor(command: string, directory: string, output: string, cause: Error | undefined) {
    const reason = reasonIn(output);
    super('git-failed', `git ${command} failed in ${directory}: ${reason}.`, {
      hint: `Look for damage with: git -C ${JSON.stringify(directory)} fsck`,
      cause,
    });
    this.reason = reason;
  }
}

/** What git answers; null where it ended with an error. */
export async function nullOnFailure<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** On one line, without control characters, and without the credentials of an address. */
function reasonIn(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
  const line = lines.find((text) => /^(?:fatal|error):/.test(text)) ?? lines[0] ?? '';
  const reason = line.replace(/^(?:fatal|error): /, '').replace(/\/\/[^\s/@]*@/g, '//');
  return reason.replace(/(?<!\.)\.+$/, '') || 'git gave no reason';
}

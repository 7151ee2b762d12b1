import { unprocessable } from './handler.ts';

/** In characters. Which ones GitHub counts it does not say: here UTF-16's, which are the most. */
const longestTitle = 256;
const longestBody = 65_536;

/** @throws {ApiError} when GitHub would not keep the title or the body of a pull request */
export function checkTexts({ title, body }: { title?: string | null; body?: string | null }): void {
  if (title?.trim() === '') unprocessable("Title can't be blank");
  if ((title ?? '').length > longestTitle)
    unprocessable(`Title is too long (maximum is ${longestTitle} characters)`);
  if ((body ?? '').length > longestBody)
    unprocessable(`Body is too long (maximum is ${longestBody} characters)`);
}

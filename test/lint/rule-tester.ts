import tseslint from 'typescript-eslint';
import { RuleTester } from 'eslint';
import { afterAll, describe, it } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = it;
Object.assign(RuleTester, { afterAll });

/** Runs the examples of a rule as tests of their own, read as TypeScript. */
export const ruleTester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

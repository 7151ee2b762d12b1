import process from 'node:process';
import { defineConfig } from 'vitest/config';
import { factor, patience } from './test/support/runs.ts';

// Libraries as dist/ has them: micromark's development build asserts something at every character.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/scratch.ts',
    // No test replaces a module or a global, so that files can share what a worker has loaded.
    isolate: false,
    // All cores: the tests wait for nobody else. Vitest would leave one of two idle.
    maxWorkers: '100%',
    testTimeout: 120_000 * Math.max(1, factor),
    expect: { poll: { timeout: patience, interval: 20 } },
    restoreMocks: true,
  },
});

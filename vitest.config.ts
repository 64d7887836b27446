import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that run commands, git, browsers or databases, or kill processes. The others make up `npm run test:unit`. */
export const integration = [
  'tests/build/hosts/**/*.test.ts',
  'tests/contributing.test.ts',
  'tests/docs.test.ts',
  'tests/io/content/article-history.test.ts',
  'tests/io/lost-articles.test.ts',
  'tests/io/sample-files.test.ts',
  'tests/io/imports/**/*.test.ts',
  'tests/io/machine/atomic-write.test.ts',
  'tests/io/machine/claim-folder.test.ts',
  'tests/io/machine/temporary-folder.test.ts',
  'tests/scripts/**/*.test.ts',
  'tests/site/**/*.test.ts',
];

export default defineConfig({
  test: {
    // No test changes what another sees, so files can share their workers.
    isolate: false,
    // By default Vitest leaves a core idle. One worker more than cores works while others wait for a browser or a build.
    maxWorkers: availableParallelism() + 1,
    // Some tests build a whole site or start a browser, which takes a while on a machine that has other work.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: integration } },
      // Vitest starts projects in the order of their names, so the short unit tests fill up the end of a run.
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          globalSetup: 'tests/shared-folder.ts',
          // A browser can be late on a busy machine, and a run in CI isn't watched.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});

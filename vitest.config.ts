import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // No test changes what another sees, so files may share their workers.
    isolate: false,
    include: ['tests/**/*.test.ts'],
    // Some tests build a whole site or start a browser; on a slow machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});

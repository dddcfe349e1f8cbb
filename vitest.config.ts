/** Unit and database tests. One project per place where tests stand; scripts/check-boundaries.ts stops a test that stands elsewhere. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores are what a small CI machine has, and each worker of `server` keeps a database busy.
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      { test: { name: 'core', root: 'packages/core', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          root: 'packages/server',
          include: ['src/**/*.test.ts'],
          // One database server for the whole run; each test file gets a database copied from a migrated one.
          globalSetup: ['src/test-database.global.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          root: 'packages/web',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          // Vitest empties style sheets by default; the contrast of our colours is read from the real one.
          css: true,
        },
      },
      { test: { name: 'scripts', root: 'scripts', include: ['*.test.ts'], testTimeout: 20_000 } },
    ],
  },
})

/** Unit and database tests. One project per place where tests stand; scripts/check-boundaries.ts stops a test that stands elsewhere. */
import { defineConfig } from 'vitest/config'
import { keepTestsInMemory } from './scripts/test-folder.ts'

keepTestsInMemory()

/**
 * Limits that no machine comes near, however slow or busy: they are there to end what hangs, not to measure. What a test
 * waits for it asks again and again (`expect.poll`), and that costs nothing on a machine that is fast.
 */
const patient = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  teardownTimeout: 60_000,
  expect: { poll: { timeout: 30_000, interval: 20 } },
}

/** Each worker loads its modules once, not once for each of its files. What a file leaves behind it tidies itself. */
const together = { isolate: false }

export default defineConfig({
  test: {
    // Two cores are what a small CI machine has, and each worker of `server` keeps a database busy.
    maxWorkers: 2,
    pool: 'forks',
    teardownTimeout: patient.teardownTimeout,
    projects: [
      {
        test: { ...patient, ...together, name: 'core', root: 'packages/core', include: ['src/**/*.test.ts'] },
      },
      {
        test: {
          ...patient,
          ...together,
          name: 'server',
          root: 'packages/server',
          include: ['src/**/*.test.ts'],
          // One database server for the whole run; each test file gets a database copied from a migrated one.
          globalSetup: ['src/test-database.global.ts'],
          setupFiles: ['src/test-file.setup.ts'],
        },
      },
      {
        test: {
          ...patient,
          ...together,
          name: 'web',
          root: 'packages/web',
          include: ['src/**/*.test.ts'],
          environment: 'node',
          // Vitest empties style sheets by default; the contrast of our colours is read from the real one.
          css: true,
        },
      },
      { test: { ...patient, ...together, name: 'scripts', root: 'scripts', include: ['*.test.ts'] } },
    ],
  },
})

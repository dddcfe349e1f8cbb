import { expect, test } from 'vitest'
import { testsWithoutDatabase } from './database-tests.ts'
import { tempTree } from './temp-tree.ts'

test('a test that reaches the database by others is tried on every server, one that does not is not', () => {
  const at = (path: string) => `packages/server/src/${path}`
  using tree = tempTree({
    [at('test-database.ts')]: '',
    [at('test-app.ts')]: `import { testDatabase } from './test-database.ts'`,
    [at('relation/story.ts')]: `export { testApp } from '../test-app.ts'`,
    [at('relation/direct.test.ts')]: `import '../test-database.ts'`,
    [at('relation/type.test.ts')]: `import type { TestApp } from '../test-app.ts'`,
    [at('relation/far.test.ts')]: `await import('./story.ts')`,
    [at('relation/words.test.ts')]: `import { words } from './words.ts'`,
    [at('relation/words.ts')]: `import { join } from 'node:path'`,
  })
  expect(testsWithoutDatabase(tree.root)).toEqual([at('relation/words.test.ts')])
})
